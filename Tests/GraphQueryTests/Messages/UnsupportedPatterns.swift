/// What other dialects allow in patterns.
extension ExpectedMessage {
  static let patterns: [ExpectedMessage] = [
    ExpectedMessage(
      "MATCH (n:A|B) RETURN n",
      "|", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (n:A&B) RETURN n",
      "&", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (n:!A) RETURN n",
      "!", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (n:(A|B)) RETURN n",
      "(", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (n:%) RETURN n",
      "%", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (a)-[:!T]->(b) RETURN a",
      "!", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (a)-[:T&S]->(b) RETURN a",
      "&", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (n) WHERE n:A|B RETURN n",
      "|", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (n) WHERE n:A&B RETURN n",
      "&", "pattern.label-expression",
      "labels and types cannot be combined with `&`, `!`, `%` or parentheses, nor labels with `|`",
      "all of several labels is `:A:B`; any of them is `WHERE n:A OR n:B`"),
    ExpectedMessage(
      "MATCH (n:$(label)) RETURN n",
      "$", "pattern.dynamic-label",
      "labels and types are known by name and cannot be computed",
      "compare names: `WHERE $label IN labels(n)`, `WHERE type(r) = $type`"),
    ExpectedMessage(
      "MATCH (n:$label) RETURN n",
      "$label", "pattern.dynamic-label",
      "labels and types are known by name and cannot be computed",
      "compare names: `WHERE $label IN labels(n)`, `WHERE type(r) = $type`"),
    ExpectedMessage(
      "MATCH (a)-[:$type]->(b) RETURN a",
      "$type", "pattern.dynamic-label",
      "labels and types are known by name and cannot be computed",
      "compare names: `WHERE $label IN labels(n)`, `WHERE type(r) = $type`"),
    ExpectedMessage(
      "MATCH (n) SET n:$(label)",
      "$", "pattern.dynamic-label",
      "labels and types are known by name and cannot be computed",
      "compare names: `WHERE $label IN labels(n)`, `WHERE type(r) = $type`"),
    ExpectedMessage(
      "MATCH (n IS A) RETURN n",
      "IS", "pattern.is-label",
      "a label is not tested with `IS`",
      "write `n:Label`; a test for null is `IS NULL` or `IS NOT NULL`"),
    ExpectedMessage(
      "MATCH (n) WHERE n IS A RETURN n",
      "A", "pattern.is-label",
      "a label is not tested with `IS`",
      "write `n:Label`; a test for null is `IS NULL` or `IS NOT NULL`"),
    ExpectedMessage(
      "MATCH (n) WHERE n IS NOT LABELED A RETURN n",
      "LABELED", "pattern.is-label",
      "a label is not tested with `IS`",
      "write `n:Label`; a test for null is `IS NULL` or `IS NOT NULL`"),
    ExpectedMessage(
      "MATCH REPEATABLE ELEMENTS (a)-->(b)-->(c) RETURN a",
      "REPEATABLE", "pattern.repeatable-elements",
      "`REPEATABLE ELEMENTS` is not part of this query language",
      "a relationship is met once in one MATCH; a second MATCH may meet it again"),
    ExpectedMessage(
      "MATCH WALK (a)-->(b) RETURN a",
      "WALK", "pattern.path-mode",
      "`WALK`, `TRAIL`, `SIMPLE` and `ACYCLIC` are not part of this query language",
      "leave `TRAIL` out, which every path is; for `ACYCLIC` compare the path's nodes"),
    ExpectedMessage(
      "MATCH p = TRAIL (a)-->(b) RETURN p",
      "TRAIL", "pattern.path-mode",
      "`WALK`, `TRAIL`, `SIMPLE` and `ACYCLIC` are not part of this query language",
      "leave `TRAIL` out, which every path is; for `ACYCLIC` compare the path's nodes"),
    ExpectedMessage(
      "MATCH ACYCLIC PATHS (a)-[*]->(b) RETURN a",
      "ACYCLIC", "pattern.path-mode",
      "`WALK`, `TRAIL`, `SIMPLE` and `ACYCLIC` are not part of this query language",
      "leave `TRAIL` out, which every path is; for `ACYCLIC` compare the path's nodes"),
    ExpectedMessage(
      "MATCH ALL SIMPLE (a)-[*]->(b) RETURN a",
      "SIMPLE", "pattern.path-mode",
      "`WALK`, `TRAIL`, `SIMPLE` and `ACYCLIC` are not part of this query language",
      "leave `TRAIL` out, which every path is; for `ACYCLIC` compare the path's nodes"),
    ExpectedMessage(
      "MATCH ANY (a)-->(b) RETURN a",
      "ANY", "pattern.any",
      "the path selector `ANY` is not part of this query language",
      "known are `ANY SHORTEST` and `ALL SHORTEST`"),
    ExpectedMessage(
      "MATCH SHORTEST 3 (a)-->+(b) RETURN a",
      "SHORTEST 3", "pattern.shortest-k",
      "the path selector `SHORTEST k` is not part of this query language",
      "known are `ANY SHORTEST` and `ALL SHORTEST`"),
    ExpectedMessage(
      "MATCH ALL SHORTEST GROUPS (a)-->+(b) RETURN a",
      "GROUPS", "pattern.shortest-groups",
      "the path selector `SHORTEST GROUPS` is not part of this query language",
      "known are `ANY SHORTEST` and `ALL SHORTEST`"),
    ExpectedMessage(
      "MATCH ANY SHORTEST (a)-[:S]->(b)-[:T*]->(c) RETURN a",
      "ANY SHORTEST (a)-[:S]->(b)-[:T*]->(c)", "pattern.shortest-sequence",
      "shortest paths over more than one step or repetition are not built",
      "match the fixed part in a MATCH before: `(a)-[:T*]->(b)` alone can be shortest"),
    ExpectedMessage(
      "MATCH ((a)-[:T*]->(b)){1,2} RETURN 1",
      "-[:T*]->", "pattern.nested-repetition",
      "a repetition inside a repetition is not built",
      "write the inner steps out"),
    ExpectedMessage(
      "MATCH ((a)-->(b) WHERE a.x = 1) RETURN a",
      "WHERE", "pattern.parenthesized-path",
      "a path in parentheses needs a number of repetitions here",
      "write how often it is repeated, as in `((a)-->(b)){1,4}`, or leave the parentheses out"),
    ExpectedMessage(
      "MATCH ((a)-->(b))-->(c) RETURN a",
      "((a)-->(b))", "pattern.parenthesized-path",
      "a path in parentheses needs a number of repetitions here",
      "write how often it is repeated, as in `((a)-->(b)){1,4}`, or leave the parentheses out"),
    ExpectedMessage(
      "MATCH (a)-->(b) | (a)<--(b) RETURN a",
      "|", "pattern.alternatives",
      "paths cannot be alternatives of each other",
      "write `UNION`; alternative types of one relationship are `-[:A|B]->`"),
  ]
}
