import PropertyGraph

/// The report as Markdown for pandoc: the same as the page, with its anchors, the figures as files
/// beside it.
public enum MarkdownReport {
  /// The document as UTF-8; the same contents always give the same bytes. O(size of the contents).
  public static func bytes(of contents: ReportContents) -> [UInt8] {
    var report = Builder()
    report.heading(1, contents.title, id: "top")
    report.paragraph(contents.description)
    report.paragraph(Text("Read this first: \(contents.caution)"))
    for notice in contents.notices { report.paragraph(notice) }
    report.paragraph(Text("Rules: \(contents.rules)"))
    report.heading(2, "Theories at a glance", id: "verdicts")
    report.table(
      ["Theory", "Verdict", "Configurations"],
      contents.theories.map { [$0.title, $0.word, Text(String($0.verdicts.count))] })
    var anchored: Set<Text> = []
    for theory in contents.theories {
      section(
        theory, anchors: Set(theory.verdicts.map(\.id).filter { anchored.insert($0).inserted }),
        into: &report)
    }
    if !contents.method.isEmpty {
      report.heading(2, "How verdicts are reached", id: "method")
      for sentence in contents.method { report.paragraph(sentence) }
    }
    if !contents.sources.isEmpty {
      report.heading(2, "Sources", id: "sources")
      for source in contents.sources {
        report.item(
          Text("\(source.title). \(source.details). \(source.items) items."), bold: source.id)
      }
      report.gap()
    }
    report.paragraph(contents.footer)
    return report.bytes
  }

  private static func section(
    _ theory: ReportTheory, anchors: Set<Text>, into report: inout Builder
  ) {
    report.heading(2, theory.title, id: "theory-\(theory.id)")
    report.paragraph(Text("Verdict on the theory: \(theory.word)"))
    report.paragraph(theory.statement)
    for fact in theory.facts { report.item(fact) }
    report.gap()
    if theory.picture != nil, let file = theory.files.first(where: { $0.label == "SVG" }),
      let address = SafeAddress(file.name)
    {
      report.picture(theory.title, address.text, id: "figure-\(theory.id)")
    }
    report.table(
      ["Configuration", "Context", "Mechanism", "Outcome", "Verdict", "Evidence and voices"],
      theory.verdicts.map { verdict in
        [
          Text("\(verdict.title) (\(verdict.id))"), joined(verdict.claim.contexts),
          joined(verdict.claim.mechanisms), joined(verdict.claim.outcomes),
          joined(
            [verdict.verdict.words] + (verdict.deciding.map { [Text("decided by \($0)")] } ?? [])),
          joined(verdict.counts + (verdict.cell.isEmpty ? [] : [verdict.cell])),
        ]
      })
    for verdict in theory.verdicts where anchors.contains(verdict.id) {
      argument(verdict, into: &report)
    }
    if !theory.contrasts.isEmpty {
      report.heading(3, "Mechanisms across contexts", id: "contrasts-\(theory.id)")
      report.table(
        ["Mechanism", "Context", "Looked at", "Reading", "Why"],
        theory.contrasts.map { [$0.mechanism, $0.context, $0.observed, $0.reading, $0.why] })
    }
    if !theory.gaps.isEmpty {
      report.heading(3, "What the evidence leaves open", id: "gaps-\(theory.id)")
      for gap in theory.gaps { report.item(Text("\(gap.question) \(gap.ask)"), bold: gap.kind) }
      report.gap()
    }
    guard !theory.items.isEmpty else { return }
    report.heading(3, "Evidence", id: "evidence-of-\(theory.id)")
    report.table(
      ["Item", "Statement", "Source", "Place"],
      theory.items.map { item in
        [
          item.id, item.statement, item.source,
          Text(item.places.map(\.string).joined(separator: "\n")),
        ]
      }, anchors: theory.items.map { "evidence-\($0.id)" })
  }

  private static func joined(_ texts: [Text]) -> Text {
    Text(texts.map(\.string).joined(separator: "; "))
  }

  private static func argument(_ verdict: ReportVerdict, into report: inout Builder) {
    report.heading(3, verdict.title, id: "configuration-\(verdict.id)")
    report.paragraph(Text("\(verdict.verdict.words). \(verdict.caution ?? "")"))
    for reading in verdict.readings {
      report.item(
        Text("\(reading.statement) \(reading.place ?? "") \(reading.why)"),
        bold: Text("Authors say: \(reading.word)"))
    }
    report.gap()
    report.table(
      ["Part", "Verdict", "Who speaks"],
      verdict.parts.map { part in
        let sides = part.sides.map { side in
          let voices = side.voices.map { voice in
            let items = voice.items.map(\.string).joined(separator: ", ")
            return voice.name.isEmpty ? items : "\(voice.name): \(items)"
          }
          return "\(side.name): \(voices.joined(separator: "; "))"
        }
        return [
          Text("\(part.title) (\(part.name))"), Text("\(part.verdict.words); \(part.why)"),
          Text(sides.joined(separator: "\n")),
        ]
      })
    for sentence in verdict.sensitivity { report.item(sentence) }
    report.gap()
  }
}

/// Writes Markdown in which no text is markup.
private struct Builder {
  private(set) var bytes: [UInt8] = []

  mutating func heading(_ level: Int, _ text: Text, id: String) {
    put(String(repeating: "#", count: level) + " ")
    append(Text(VisibleText.onOneLine(text.string)))
    put(" {#\(Self.anchor(id))}\n\n")
  }

  mutating func paragraph(_ text: Text?) {
    guard let text else { return }
    // Spaces in front make code; a line break there would end the paragraph before it begins.
    let words = text.string.drop { $0.isWhitespace }
    guard let first = words.first else { return }
    let number = words.prefix { $0.isASCII && $0.isNumber }
    if "-+:%=!".contains(first) {
      put("\\")
    } else if !number.isEmpty, let mark = words.dropFirst(number.count).first, ".)".contains(mark) {
      put("\(number)\\\(mark)")
      append(Text(String(words.dropFirst(number.count + 1))))
      put("\n\n")
      return
    }
    append(Text(String(words)))
    put("\n\n")
  }

  mutating func item(_ text: Text, bold: Text? = nil) {
    put("- ")
    if let bold {
      put("**")
      append(bold)
      put("** ")
    }
    append(text)
    put("\n")
  }

  mutating func gap() { put("\n") }

  mutating func picture(_ title: Text, _ address: String, id: String) {
    put("![")
    append(Text("Figure of \(title); the table below says the same."))
    put("](<\(address)>){#\(Self.anchor(id))}\n\n")
  }

  mutating func table(_ columns: [Text], _ rows: [[Text]], anchors: [String] = []) {
    guard !rows.isEmpty else { return }
    put("|")
    for column in columns { put(" \(column) |") }
    put("\n|" + String(repeating: " --- |", count: columns.count) + "\n")
    for (number, row) in rows.enumerated() {
      put("| ")
      if number < anchors.count { put("[]{#\(Self.anchor(anchors[number]))}") }
      for (index, cell) in row.enumerated() {
        if index > 0 { put(" | ") }
        append(cell)
      }
      put(" |\n")
    }
    put("\n")
  }

  /// A name that pandoc reads as one: other characters by their code.
  private static func anchor(_ id: String) -> String {
    id.unicodeScalars.map { scalar in
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isPlain || "-_.".unicodeScalars.contains(scalar)
        ? String(scalar) : "_\(String(scalar.value, radix: 16))_"
    }.joined()
  }

  private mutating func append(_ text: Text) { MarkdownEscape.append(text.string, to: &bytes) }
  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
