import Diagnostics
import Testing

@testable import GraphQuery

/// Messages before a statement runs; most stand with the grammar's and the semantics' tests.
extension ExpectedMessage {
  static let compiling: [ExpectedMessage] = [
    ExpectedMessage(
      "RETURN ! true",
      "!", "UnexpectedSyntax",
      "the character `!` (U+0021) has no meaning in a query",
      #""not" is written `NOT`"#),
    ExpectedMessage(
      "RETURN 1 ≤ 2 AS x",
      "≤", "InvalidUnicodeCharacter",
      "the character `≤` (U+2264) has no meaning in a query",
      #""less or equal" is written `<=`"#),
    ExpectedMessage(
      "RETURN 2 × 3 AS x",
      "×", "InvalidUnicodeCharacter",
      "the character `×` (U+00D7) has no meaning in a query",
      "multiplication is written `*`"),
    ExpectedMessage(
      "MATCH (n@home) RETURN n",
      "@", "UnexpectedSyntax",
      "the character `@` (U+0040) has no meaning in a query",
      "a name with unusual characters stands in back quotes: `a name`"),
    ExpectedMessage(
      #"RETURN 'a\d' AS x"#,
      #"\d"#, "UnexpectedSyntax",
      #"`\d` has no meaning in a string"#,
      #"a backslash is written `\\`; known are \n \t \r \b \f \' \" \uXXXX"#),
    ExpectedMessage(
      "MATCH (n) RETURN n LIMIT 1 ORDER BY n.x",
      "ORDER", "UnexpectedSyntax",
      "`ORDER BY` stands behind `LIMIT`",
      "the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last"),
    ExpectedMessage(
      "MATCH (n) RETURN n LIMIT 1 SKIP 1",
      "SKIP", "UnexpectedSyntax",
      "`SKIP` stands behind `LIMIT`",
      "the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last"),
    ExpectedMessage(
      "MATCH (n) RETURN n SKIP 1 ORDER BY n.x",
      "ORDER", "UnexpectedSyntax",
      "`ORDER BY` stands behind `SKIP`",
      "the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last"),
    ExpectedMessage(
      "MATCH (n) RETURN n LIMIT 1 OFFSET 1",
      "OFFSET", "UnexpectedSyntax",
      "`OFFSET` stands behind `LIMIT`",
      "the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last"),
    ExpectedMessage(
      "MATCH (n) WITH n WHERE n.x = 1 LIMIT 1 RETURN n",
      "LIMIT", "UnexpectedSyntax",
      "`LIMIT` stands behind `WHERE`",
      "the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last"),
    ExpectedMessage(
      "MATCH (n) WITH n WHERE n.x = 1 ORDER BY n.x RETURN n",
      "ORDER", "UnexpectedSyntax",
      "`ORDER BY` stands behind `WHERE`",
      "the order is `ORDER BY`, `SKIP`, `LIMIT`, and `WHERE` last"),
    ExpectedMessage(
      "UNWIND [1] AS x CALL db.labels YIELD label RETURN label",
      "db.labels", "InvalidArgumentPassingMode",
      "`db.labels` is called without parentheses inside a larger query",
      "write the arguments: `CALL db.labels(...)`"),
    ExpectedMessage(
      "RETURN substr('abc', 1) AS x",
      "substr", "UnknownFunction",
      "there is no function `substr`",
      "did you mean `substring`?"),
    ExpectedMessage(
      "RETURN n IS NUL",
      "NUL", "UnexpectedSyntax",
      "found `NUL` where `NULL` or `NOT NULL` was expected",
      "did you mean `NULL`?"),
  ]
}

@Suite struct CompileMessageTests {
  @Test(arguments: ExpectedMessage.compiling)
  func reads(_ expected: ExpectedMessage) throws {
    try expected.check(Planning.problem(expected.query), .compile)
  }
}
