/// What other dialects allow in expressions.
extension ExpectedMessage {
  static let expressions: [ExpectedMessage] = [
    ExpectedMessage(
      "RETURN COLLECT { MATCH (n) RETURN n }",
      "COLLECT", "expression.collect",
      "`COLLECT { ... }` is not part of this query language",
      "write `[(a)-->(b) | b.name]`, or `collect(...)` in a WITH"),
    ExpectedMessage(
      "RETURN VALUE { MATCH (n) RETURN n LIMIT 1 }",
      "VALUE", "expression.value",
      "`VALUE { ... }` is not part of this query language",
      "write `head([(a)-->(b) | b.name])`, or `CALL { ... }` before"),
    ExpectedMessage(
      "RETURN 1 IS :: INTEGER",
      ":", "expression.is-type",
      "a type is not tested with `IS ::`",
      "compare its name: `valueType(x) = 'INTEGER NOT NULL'`"),
    ExpectedMessage(
      "RETURN 1 IS NOT :: INTEGER",
      ":", "expression.is-type",
      "a type is not tested with `IS ::`",
      "compare its name: `valueType(x) = 'INTEGER NOT NULL'`"),
    ExpectedMessage(
      "RETURN 1 :: INTEGER",
      ":", "expression.is-type",
      "a type is not tested with `IS ::`",
      "compare its name: `valueType(x) = 'INTEGER NOT NULL'`"),
    ExpectedMessage(
      "RETURN 1 IS TYPED INTEGER",
      "TYPED", "expression.is-type",
      "a type is not tested with `IS ::`",
      "compare its name: `valueType(x) = 'INTEGER NOT NULL'`"),
    ExpectedMessage(
      "RETURN 'x' IS NORMALIZED",
      "NORMALIZED", "expression.is-normalized",
      "`IS NORMALIZED` is not part of this query language",
      "texts of a study are in NFC already; a plain graph keeps texts as they are"),
    ExpectedMessage(
      "RETURN 'x' IS NOT NFC NORMALIZED",
      "NFC", "expression.is-normalized",
      "`IS NORMALIZED` is not part of this query language",
      "texts of a study are in NFC already; a plain graph keeps texts as they are"),
    ExpectedMessage(
      "UNWIND [1] AS x RETURN CASE x WHEN IS NULL THEN 1 END",
      "IS", "expression.case-predicate",
      "after `CASE x WHEN` stands a value, not a predicate",
      "write `CASE WHEN x IS NULL THEN ...`, with `x` in every predicate"),
    ExpectedMessage(
      "UNWIND [1] AS x RETURN CASE x WHEN > 1 THEN 1 END",
      ">", "expression.case-predicate",
      "after `CASE x WHEN` stands a value, not a predicate",
      "write `CASE WHEN x IS NULL THEN ...`, with `x` in every predicate"),
    ExpectedMessage(
      "UNWIND [1] AS x RETURN CASE x WHEN 1, 2 THEN 1 END",
      ",", "expression.case-list",
      "after `CASE x WHEN` stands one value",
      "write `CASE WHEN x IN [1, 2] THEN ...`"),
    ExpectedMessage(
      "RETURN 'a' || 'b'",
      "||", "expression.concatenation",
      "`||` is not an operator of this query language",
      #"texts and lists are joined with `+`; "or" is written `OR`"#),
    ExpectedMessage(
      "UNWIND [[1]] AS l RETURN [x IN l || [2] | x]",
      "||", "expression.concatenation",
      "`||` is not an operator of this query language",
      #"texts and lists are joined with `+`; "or" is written `OR`"#),
    ExpectedMessage(
      "RETURN trim(BOTH 'x' FROM 'xax')",
      "BOTH", "expression.trim",
      "`trim` takes a text alone",
      "`trim(x)`, `ltrim(x)` and `rtrim(x)` take white space off; `replace` takes others out"),
    ExpectedMessage(
      "MATCH (n) SET n['x'] = 1",
      "n['x']", "expression.dynamic-property",
      "`SET` needs a property known by name",
      "write `n.property`, or `SET n += $map` for keys that come from data"),
    ExpectedMessage(
      "MATCH (n) REMOVE n[$key]",
      "n[$key]", "expression.dynamic-property",
      "`REMOVE` needs a property known by name",
      "write `n.property`, or `SET n += $map` for keys that come from data"),
  ]
}

/// Functions and procedures of other engines.
extension ExpectedMessage {
  static let names: [ExpectedMessage] = [
    ExpectedMessage(
      "RETURN point({x: 1, y: 2})",
      "point", "function.point",
      "there is no function `point` here",
      "spatial values are not built; keep coordinates as numbers"),
    ExpectedMessage(
      "RETURN point.distance($a, $b)",
      "point.distance", "function.point.distance",
      "there is no function `point.distance` here",
      "spatial values are not built; keep coordinates as numbers"),
    ExpectedMessage(
      "RETURN distance($a, $b)",
      "distance", "function.distance",
      "there is no function `distance` here",
      "spatial values are not built; keep coordinates as numbers"),
    ExpectedMessage(
      "RETURN toIntegerList(['1'])",
      "toIntegerList", "function.toIntegerList",
      "there is no function `toIntegerList` here",
      "write `[x IN list | toInteger(x)]`, and so on"),
    ExpectedMessage(
      "RETURN normalize('x')",
      "normalize", "function.normalize",
      "there is no function `normalize` here",
      "texts of a study are in NFC already; a plain graph keeps texts as they are"),
    ExpectedMessage(
      "RETURN file()",
      "file", "function.file",
      "there is no function `file` here",
      "there is no `LOAD CSV`; give rows as a parameter"),
    ExpectedMessage(
      "RETURN vector_distance($a, $b)",
      "vector_distance", "function.vector_distance",
      "there is no function `vector_distance` here",
      "vectors are not built"),
    ExpectedMessage(
      "RETURN apoc.coll.sum([1])",
      "apoc.coll.sum", "function.apoc.coll.sum",
      "there is no function `apoc.coll.sum` here",
      "libraries of other engines are not here; see the language reference for what is"),
    ExpectedMessage(
      "RETURN graph.names()",
      "graph.names", "function.graph.names",
      "there is no function `graph.names` here",
      "a statement has one graph"),
    ExpectedMessage(
      "CALL search('word') YIELD node RETURN node",
      "search", "procedure.search",
      "there is no procedure `search` here",
      "this graph has no full text index; write `WHERE n.text CONTAINS 'word'`"),
    ExpectedMessage(
      "CALL db.index.fulltext.queryNodes('i', 'x') YIELD node RETURN node",
      "db.index.fulltext.queryNodes", "procedure.db.index.fulltext.queryNodes",
      "there is no procedure `db.index.fulltext.queryNodes` here",
      "this graph has no full text index; write `WHERE n.text CONTAINS 'word'`"),
    ExpectedMessage(
      "CALL db.schema.visualization()",
      "db.schema.visualization", "procedure.db.schema.visualization",
      "there is no procedure `db.schema.visualization` here",
      "known are `db.labels()`, `db.relationshipTypes()` and `db.propertyKeys()`"),
    ExpectedMessage(
      "CALL dbms.components()",
      "dbms.components", "procedure.dbms.components",
      "there is no procedure `dbms.components` here",
      "known are `db.labels()`, `db.relationshipTypes()` and `db.propertyKeys()`"),
    ExpectedMessage(
      "CALL apoc.help('x')",
      "apoc.help", "procedure.apoc.help",
      "there is no procedure `apoc.help` here",
      "libraries of other engines are not here; see the language reference for what is"),
    ExpectedMessage(
      "CALL gds.graph.list()",
      "gds.graph.list", "procedure.gds.graph.list",
      "there is no procedure `gds.graph.list` here",
      "libraries of other engines are not here; see the language reference for what is"),
  ]
}
