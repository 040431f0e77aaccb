/// Clauses of other dialects.
extension ExpectedMessage {
  static let clauses: [ExpectedMessage] = [
    ExpectedMessage(
      "FOREACH (x IN [1, 2] | CREATE (:N {x: x}))",
      "FOREACH", "clause.foreach",
      "`FOREACH` is not part of this query language",
      "write `UNWIND list AS x` and the updating clauses"),
    ExpectedMessage(
      "MATCH (n) FOREACH (x IN [1] | SET n.a = x)",
      "FOREACH", "clause.foreach",
      "`FOREACH` is not part of this query language",
      "write `UNWIND list AS x` and the updating clauses"),
    ExpectedMessage(
      "LOAD CSV FROM 'a.csv' AS row RETURN row",
      "LOAD CSV", "clause.load-csv",
      "`LOAD CSV` is not part of this query language",
      "give the rows as a parameter: `UNWIND $rows AS row`"),
    ExpectedMessage(
      "LOAD CSV WITH HEADERS FROM 'a.csv' AS row RETURN row",
      "LOAD CSV", "clause.load-csv",
      "`LOAD CSV` is not part of this query language",
      "give the rows as a parameter: `UNWIND $rows AS row`"),
    ExpectedMessage(
      "USING PERIODIC COMMIT 500 LOAD CSV FROM 'a.csv' AS row RETURN row",
      "USING PERIODIC COMMIT", "clause.using-periodic-commit",
      "`USING PERIODIC COMMIT` is not part of this query language",
      "leave it out: a statement is one transaction"),
    ExpectedMessage(
      "MATCH (n:A) USING INDEX n:A(x) WHERE n.x = 1 RETURN n",
      "USING", "clause.using",
      "`USING` is not part of this query language",
      "leave it out: indexes and the order of joins are chosen by statistics"),
    ExpectedMessage(
      "USE other MATCH (n) RETURN n",
      "USE", "clause.use",
      "`USE` is not part of this query language",
      "leave it out: a statement has one graph"),
    ExpectedMessage(
      "START n = node(*) RETURN n",
      "START", "clause.start",
      "`START` is not part of this query language",
      "write `MATCH (n) WHERE id(n) = ...`"),
    ExpectedMessage(
      "MATCH (n) FILTER n.x > 1 RETURN n",
      "FILTER", "clause.filter",
      "`FILTER` is not part of this query language",
      "write `WITH * WHERE ...`"),
    ExpectedMessage(
      "MATCH (n) LET x = n.x RETURN x",
      "LET", "clause.let",
      "`LET` is not part of this query language",
      "write `WITH *, expression AS name`"),
    ExpectedMessage(
      "FOR x IN [1, 2] RETURN x",
      "FOR", "clause.for",
      "`FOR` is not part of this query language",
      "write `UNWIND list AS x`"),
    ExpectedMessage(
      "MATCH (n) RETURN n.x AS x NEXT RETURN x",
      "NEXT", "clause.next",
      "`NEXT` is not part of this query language",
      "leave it out, and write `WITH` instead of the `RETURN` before it"),
    ExpectedMessage(
      "INSERT (:A)",
      "INSERT", "clause.insert",
      "`INSERT` is not part of this query language",
      "write `CREATE`"),
    ExpectedMessage(
      "SELECT n FROM a",
      "SELECT", "clause.select",
      "`SELECT` is not part of this query language",
      "write `MATCH ... RETURN ...`"),
    ExpectedMessage(
      "MATCH (n) SET n.x = 1 FINISH",
      "FINISH", "clause.finish",
      "`FINISH` is not part of this query language",
      "leave it out: a query that changes the graph needs no `RETURN`"),
    ExpectedMessage(
      "MATCH (n) RETURN n.x AS x, count(*) AS c GROUP BY x",
      "GROUP BY", "clause.group-by",
      "`GROUP BY` is not part of this query language",
      "leave it out: rows are grouped by the columns without an aggregate"),
    ExpectedMessage(
      "MATCH (n) RETURN n.x, count(*) AS c HAVING c > 1",
      "HAVING", "clause.having",
      "`HAVING` is not part of this query language",
      "aggregate in a `WITH`, and filter with its `WHERE`"),
    ExpectedMessage(
      "MATCH (n) ORDER BY n.x RETURN n",
      "ORDER BY", "clause.order-by",
      "`ORDER BY` is not a clause of its own",
      "write `WITH * ORDER BY ...`"),
    ExpectedMessage(
      "MATCH (n) SKIP 1 RETURN n",
      "SKIP", "clause.skip",
      "`SKIP` is not a clause of its own",
      "write `WITH * SKIP ...`"),
    ExpectedMessage(
      "MATCH (n) OFFSET 1 RETURN n",
      "OFFSET", "clause.offset",
      "`OFFSET` is not a clause of its own",
      "write `WITH * SKIP ...`"),
    ExpectedMessage(
      "MATCH (n) LIMIT 1 RETURN n",
      "LIMIT", "clause.limit",
      "`LIMIT` is not a clause of its own",
      "write `WITH * LIMIT ...`"),
    ExpectedMessage(
      "MATCH (n) RETURN n ORDER BY n.x NULLS FIRST",
      "NULLS FIRST", "clause.nulls-first",
      "`NULLS FIRST` is not part of this query language",
      "null is the largest value: last in ascending order, first in descending"),
    ExpectedMessage(
      "MATCH (n) RETURN n ORDER BY n.x DESC NULLS LAST",
      "NULLS LAST", "clause.nulls-last",
      "`NULLS LAST` is not part of this query language",
      "null is the largest value: last in ascending order, first in descending"),
    ExpectedMessage(
      "RETURN 1 AS x EXCEPT RETURN 2 AS x",
      "EXCEPT", "clause.except",
      "`EXCEPT` is not part of this query language",
      "write `WHERE NOT EXISTS { ... }`"),
    ExpectedMessage(
      "RETURN 1 AS x INTERSECT RETURN 2 AS x",
      "INTERSECT", "clause.intersect",
      "`INTERSECT` is not part of this query language",
      "write `WHERE EXISTS { ... }`"),
    ExpectedMessage(
      "RETURN 1 AS x OTHERWISE RETURN 2 AS x",
      "OTHERWISE", "clause.otherwise",
      "`OTHERWISE` is not part of this query language",
      "write `OPTIONAL MATCH` and `coalesce`"),
    ExpectedMessage(
      "WHEN true THEN RETURN 1",
      "WHEN", "clause.when",
      "`WHEN` is not part of this query language",
      "write `CASE WHEN ... END` in an expression"),
    ExpectedMessage(
      "CYPHER 5 RETURN 1",
      "CYPHER", "clause.cypher",
      "`CYPHER` is not part of this query language",
      "leave the options out"),
    ExpectedMessage(
      "BEGIN",
      "BEGIN", "clause.begin",
      "`BEGIN` is not part of this query language",
      "every statement is a transaction of its own"),
    ExpectedMessage(
      "COMMIT",
      "COMMIT", "clause.commit",
      "`COMMIT` is not part of this query language",
      "every statement is a transaction of its own"),
    ExpectedMessage(
      "ROLLBACK",
      "ROLLBACK", "clause.rollback",
      "`ROLLBACK` is not part of this query language",
      "every statement is a transaction of its own"),
    ExpectedMessage(
      "SHOW INDEXES",
      "SHOW", "clause.show",
      "`SHOW` is not part of this query language",
      nil),
    ExpectedMessage(
      "DROP INDEX i",
      "DROP", "clause.drop",
      "`DROP` is not part of this query language",
      nil),
    ExpectedMessage(
      "ALTER DATABASE d SET ACCESS READ ONLY",
      "ALTER", "clause.alter",
      "`ALTER` is not part of this query language",
      nil),
    ExpectedMessage(
      "RENAME USER a TO b",
      "RENAME", "clause.rename",
      "`RENAME` is not part of this query language",
      nil),
    ExpectedMessage(
      "GRANT ROLE a TO b",
      "GRANT", "clause.grant",
      "`GRANT` is not part of this query language",
      nil),
    ExpectedMessage(
      "DENY READ {*} ON GRAPH g TO a",
      "DENY", "clause.deny",
      "`DENY` is not part of this query language",
      nil),
    ExpectedMessage(
      "REVOKE ROLE a FROM b",
      "REVOKE", "clause.revoke",
      "`REVOKE` is not part of this query language",
      nil),
    ExpectedMessage(
      "TERMINATE TRANSACTION 't'",
      "TERMINATE", "clause.terminate",
      "`TERMINATE` is not part of this query language",
      nil),
    ExpectedMessage(
      "CREATE INDEX FOR (n:A) ON (n.x)",
      "INDEX", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE RANGE INDEX i FOR (n:A) ON (n.x)",
      "RANGE", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE TEXT INDEX i FOR (n:A) ON (n.x)",
      "TEXT", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE POINT INDEX i FOR (n:A) ON (n.x)",
      "POINT", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE FULLTEXT INDEX i FOR (n:A) ON EACH [n.x]",
      "FULLTEXT", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE LOOKUP INDEX i FOR (n) ON EACH labels(n)",
      "LOOKUP", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE VECTOR INDEX i FOR (n:A) ON (n.x)",
      "VECTOR", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE BTREE INDEX i FOR (n:A) ON (n.x)",
      "BTREE", "clause.create-index",
      "`CREATE INDEX` is not part of this query language",
      "ids and labels are indexed by themselves"),
    ExpectedMessage(
      "CREATE CONSTRAINT c FOR (n:A) REQUIRE n.x IS UNIQUE",
      "CONSTRAINT", "clause.create-constraint",
      "`CREATE CONSTRAINT` is not part of this query language",
      "the vocabulary of a study is its schema"),
    ExpectedMessage(
      "CREATE UNIQUE (a)-[:T]->(b)",
      "UNIQUE", "clause.create-unique",
      "`CREATE UNIQUE` is not part of this query language",
      "write `MERGE`"),
    ExpectedMessage(
      "CREATE DATABASE d",
      "DATABASE", "clause.create-database",
      "`CREATE DATABASE` is not part of this query language",
      nil),
    ExpectedMessage(
      "CREATE COMPOSITE DATABASE d",
      "COMPOSITE", "clause.create-composite",
      "`CREATE COMPOSITE` is not part of this query language",
      nil),
    ExpectedMessage(
      "CREATE ALIAS a FOR DATABASE d",
      "ALIAS", "clause.create-alias",
      "`CREATE ALIAS` is not part of this query language",
      nil),
    ExpectedMessage(
      "CREATE USER u SET PASSWORD 'p'",
      "USER", "clause.create-user",
      "`CREATE USER` is not part of this query language",
      nil),
    ExpectedMessage(
      "CREATE ROLE r",
      "ROLE", "clause.create-role",
      "`CREATE ROLE` is not part of this query language",
      nil),
    ExpectedMessage(
      "CREATE OR REPLACE DATABASE d",
      "OR", "clause.create-or",
      "`CREATE OR` is not part of this query language",
      nil),
    ExpectedMessage(
      "OPTIONAL CALL db.labels() YIELD label RETURN label",
      "OPTIONAL CALL", "clause.optional-call",
      "`OPTIONAL CALL` is not part of this query language",
      "write `CALL`, with `OPTIONAL MATCH` inside a subquery"),
    ExpectedMessage(
      "OPTIONAL CALL { RETURN 1 AS x } RETURN x",
      "OPTIONAL CALL", "clause.optional-call",
      "`OPTIONAL CALL` is not part of this query language",
      "write `CALL`, with `OPTIONAL MATCH` inside a subquery"),
    ExpectedMessage(
      "MATCH (n) CALL (n) { RETURN n.x AS x } RETURN x",
      "(", "clause.call-scope",
      "`CALL (...) { ... }` is not part of this query language",
      "write `CALL { WITH variables ... }`"),
    ExpectedMessage(
      "MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10 ROWS",
      "IN", "clause.call-in-transactions",
      "`CALL { ... } IN TRANSACTIONS` is not part of this query language",
      "leave `IN TRANSACTIONS` out: a statement is one transaction"),
  ]
}
