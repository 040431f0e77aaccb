import PropertyGraph
import Reports
import Testing

/// The same rows in every format, as golden texts.
@Suite struct TableTests {
  private let columns: [Text] = ["configuration", "voices", "note"]
  private let rows: [[Value]] = [
    ["t3-subsidiarity", 4, "a|b, \"c\""],
    ["t5-accountability", 12, nil],
  ]

  private func render(
    _ format: TableFormat, columns: [Text]? = nil, rows: [[Value]]? = nil,
    options: TableOptions = TableOptions()
  ) -> String {
    String(
      decoding: TableWriter.bytes(
        format, columns: columns ?? self.columns, rows: rows ?? self.rows, options: options),
      as: UTF8.self)
  }

  @Test func tableAlignsTextLeftAndNumbersRight() {
    #expect(
      render(.table) == """
        configuration      voices  note
        ─────────────────  ──────  ────────
        t3-subsidiarity         4  a|b, "c"
        t5-accountability      12  null

        """)
  }

  @Test func tableWrapsTheWidestColumnToTheTerminal() {
    let rows: [[Value]] = [
      ["a", "Leaders keep control of what they answer for"], ["b", "Short"],
    ]
    #expect(
      render(
        .table, columns: ["id", "statement"], rows: rows, options: TableOptions(width: 24)) == """
          id  statement
          ──  ────────────────────
          a   Leaders keep control
              of what they answer
              for
          ┈┈  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
          b   Short

          """)
  }

  @Test func tableMeasuresWideAndCombiningCharacters() {
    let rows: [[Value]] = [["日本", 1], ["e\u{301}", 2], ["👍", 3]]
    #expect(
      render(.table, columns: ["k", "n"], rows: rows) == """
        k     n
        ────  ─
        日本  1
        e\u{301}     2
        👍    3

        """)
  }

  @Test func tableCannotDriveTheTerminal() {
    let text = render(.table, columns: ["x"], rows: [["\u{1B}[31mred\u{7}\u{202E}\t\u{9B}"]])
    #expect(text.contains("␛[31mred␇\u{FFFD} \u{FFFD}"))
    #expect(!text.utf8.contains(0x1B))
  }

  @Test func tableOfNoRowsSaysSo() {
    #expect(render(.table, columns: ["x"], rows: []) == "x\n─\n(no rows)\n")
    #expect(render(.table, columns: [], rows: [[], []]).isEmpty)
  }

  @Test func tableKeepsItsWidthsForRowsThatComeLater() {
    var many = [[Value]](repeating: ["a", 1], count: 1_500)
    many[1_200] = ["a much longer text than any before", 1]
    let text = render(.table, columns: ["text", "n"], rows: many)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 2 + 1_500 + 8)
    #expect(lines.allSatisfy { $0.count <= 8 })
  }

  @Test func markdown() {
    #expect(
      render(.markdown) == """
        | configuration | voices | note |
        | --- | ---: | --- |
        | t3-subsidiarity | 4 | a\\|b, "c" |
        | t5-accountability | 12 | null |

        """)
  }

  @Test func markdownIsInert() {
    let hostile: Value = "<b>x</b> *a* _b_ `c` [d](e) ${f} --> ]]> \\ &amp;\nnew | cell"
    #expect(
      render(.markdown, columns: ["x"], rows: [[hostile]]).split(separator: "\n").last == """
        | &lt;b&gt;x&lt;/b&gt; \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\${f} --&gt; \\]\\]&gt; \\\\ &amp;amp;<br>new \\| cell |
        """)
  }

  @Test func csv() {
    #expect(
      render(.csv)
        == "configuration,voices,note\r\nt3-subsidiarity,4,\"a|b, \"\"c\"\"\"\r\nt5-accountability,12,\r\n"
    )
  }

  @Test(arguments: [
    ("", "\"\""), ("plain", "plain"), ("a,b", "\"a,b\""), ("a\nb", "\"a\nb\""),
    (" a", "\" a\""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"),
    (" =1", "\"' =1\""), ("＝1", "'＝1"), ("\t=1", "\"'\t=1\""), ("a=1", "a=1"),
  ])
  func csvField(text: String, field: String) {
    #expect(
      render(.csv, columns: ["a", "b"], rows: [[Value(text), 1]]) == "a,b\r\n\(field),1\r\n")
  }

  @Test func csvLeavesNumbersAloneAndTheGuardCanBeTurnedOff() {
    #expect(
      render(.csv, columns: ["a", "b"], rows: [[-1, -0.5]]) == "a,b\r\n-1,-0.5\r\n")
    #expect(
      render(
        .csv, columns: ["a"], rows: [["=1"]], options: TableOptions(guardsFormulas: false))
        == "a\r\n=1\r\n")
  }

  @Test func csvTellsNullFromEmptyAndNeverWritesAnEmptyLine() {
    #expect(render(.csv, columns: ["a", "b"], rows: [[nil, ""]]) == "a,b\r\n,\"\"\r\n")
    #expect(render(.csv, columns: ["a"], rows: [[nil]]) == "a\r\n\"\"\r\n")
  }

  @Test func json() {
    #expect(
      render(.json) == """
        [
        {"configuration":"t3-subsidiarity","voices":4,"note":"a|b, \\"c\\""},
        {"configuration":"t5-accountability","voices":12,"note":null}
        ]

        """)
    #expect(render(.json, rows: []) == "[]\n")
  }

  @Test func jsonLinesKeepNumbersExact() {
    let rows: [[Value]] = [
      [.integer(.max), .float(-0.0), .float(.nan)],
      [.float(1e300), .float(.leastNonzeroMagnitude), 1.0],
    ]
    #expect(
      render(.jsonl, columns: ["a", "b", "c"], rows: rows) == """
        {"a":9223372036854775807,"b":-0.0,"c":{"$float":"NaN"}}
        {"a":1e+300,"b":5e-324,"c":1.0}

        """)
  }

  @Test func literalsAreWrittenAsTheLanguageWritesThem() {
    let value: Value = .list(["it's", nil, 1.5, .map(["a b": true, "k": .list([])])])
    #expect(
      render(.table, columns: ["x"], rows: [[value]]).split(separator: "\n").last
        == "['it\\'s', null, 1.5, {`a b`: true, k: []}]")
  }

  @Test func rowsOfTheWrongLengthAreFilledOrCut() {
    #expect(
      render(.jsonl, columns: ["a", "b"], rows: [[1], [1, 2, 3]])
        == "{\"a\":1,\"b\":null}\n{\"a\":1,\"b\":2}\n")
  }

  @Test(arguments: TableFormat.allCases)
  func dealingRowsOutDoesNotMatter(format: TableFormat) {
    var writer = TableWriter(format, columns: columns)
    var output: [UInt8] = []
    for row in rows { writer.append([row], to: &output) }
    writer.finish(to: &output)
    #expect(String(decoding: output, as: UTF8.self) == render(format))
  }
}
