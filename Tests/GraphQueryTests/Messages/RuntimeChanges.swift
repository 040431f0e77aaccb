/// What goes wrong while the graph is changed.
extension ExpectedMessage {
  static let runtimeChanges: [ExpectedMessage] = [
    ExpectedMessage(
      "CREATE (n {x: [{a: 1}]})",
      "{x: [{a: 1}]}", "InvalidPropertyType",
      "a MAP cannot be stored in the property `x`",
      "a property holds a boolean, number, string, temporal value, or a list of these"),
    ExpectedMessage(
      "CREATE (n {x: 1}) SET n.x = {a: 1}",
      "{a: 1}", "InvalidPropertyType",
      "a MAP cannot be stored in the property `x`",
      "a property holds a boolean, number, string, temporal value, or a list of these"),
    ExpectedMessage(
      "OPTIONAL MATCH (n:Absent) CREATE (n)-[:T]->()",
      "(n)-[:T]->()", "InvalidArgumentValue",
      "a relationship `:T` cannot begin or end at null",
      "filter the rows first: `WITH * WHERE a IS NOT NULL`"),
    ExpectedMessage(
      "MERGE (n {x: $none})",
      "{x: $none}", "MergeReadOwnWrites",
      "MERGE cannot match or create `x`: its value is null",
      "leave the property out, or use `coalesce`"),
    ExpectedMessage(
      "UNWIND $ones AS x CREATE (x)-[:T]->()",
      "(x)-[:T]->()", "InvalidArgumentType",
      "`x` must be a NODE, but it is an INTEGER",
      nil),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n RETURN n.x AS x",
      "n.x", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so its `x` cannot be read",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n RETURN n['x'] AS x",
      "n['x']", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so its `x` cannot be read",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n RETURN n {.*} AS x",
      "n {.*}", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so its properties cannot be read",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n RETURN labels(n) AS x",
      "labels(n)", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so `labels` cannot read it",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n RETURN keys(n) AS x",
      "keys(n)", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so `keys` cannot read it",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n SET n.x = 1",
      "n", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so SET cannot change it",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n SET n:A",
      "n:A", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so SET cannot change it",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n CREATE (n)-[:T]->()",
      "(n)-[:T]->()", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so no relationship `:T` can begin or end at `n`",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (n {x: 1}) WITH n DELETE n CREATE (m) SET m = n",
      "n", "DeletedEntityAccess",
      "the node was deleted by an earlier clause of the statement, so its properties cannot be read",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE ()-[r:T {x: 1}]->() WITH r DELETE r RETURN r.x AS x",
      "r.x", "DeletedEntityAccess",
      "the relationship was deleted by an earlier clause of the statement, so its `x` cannot be read",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE ()-[r:T {x: 1}]->() WITH r DELETE r RETURN r['x'] AS x",
      "r['x']", "DeletedEntityAccess",
      "the relationship was deleted by an earlier clause of the statement, so its `x` cannot be read",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE ()-[r:T {x: 1}]->() WITH r DELETE r RETURN properties(r) AS x",
      "properties(r)", "DeletedEntityAccess",
      "the relationship was deleted by an earlier clause of the statement, so `properties` cannot read it",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE ()-[r:T {x: 1}]->() WITH r DELETE r REMOVE r.x",
      "r", "DeletedEntityAccess",
      "the relationship was deleted by an earlier clause of the statement, so REMOVE cannot change it",
      "read what is needed before: `WITH n, n.name AS name DELETE n RETURN name`"),
    ExpectedMessage(
      "CREATE (a)-[:T]->(b) WITH a, b DELETE b",
      "b", "DeleteConnectedNode",
      "the node still has relationships and cannot be deleted",
      "delete them too: DETACH DELETE"),
    ExpectedMessage(
      "CREATE (a {id: 'a'})-[:T]->(b), (c) WITH a, c DELETE c DELETE a",
      "a", "DeleteConnectedNode",
      "the node `a` still has relationships and cannot be deleted",
      "delete them too: DETACH DELETE"),
    ExpectedMessage(
      "UNWIND $ones AS x DELETE x",
      "x", "InvalidArgumentType",
      "DELETE takes nodes, relationships and paths, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x SET x.y = 1",
      "x", "InvalidArgumentType",
      "SET changes nodes and relationships, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x SET x = {}",
      "{}", "InvalidArgumentType",
      "SET changes nodes and relationships, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "UNWIND $ones AS x SET x:A",
      "x:A", "InvalidArgumentType",
      "SET changes nodes and relationships, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "CREATE (n) SET n = $one",
      "$one", "InvalidArgumentType",
      "SET takes properties from a map, node or relationship, but this is an INTEGER",
      nil),
    ExpectedMessage(
      "CREATE ()-[r:T]->() WITH {a: r}.a AS x SET x:A",
      "x:A", "InvalidArgumentType",
      "SET changes labels of nodes, but this is a RELATIONSHIP",
      nil),
  ]
}
