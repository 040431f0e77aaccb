public import Diagnostics
import PropertyGraph

/// Findings for programs: JSON of our own, and SARIF, which editors and code hosts read.
public enum FindingReport {
  /// Findings with those of one file together, files in code point order, each in order of place.
  /// What has no file comes first. O(n log n + bytes).
  public static func grouped(_ findings: [Diagnostic]) -> [Diagnostic] {
    findings.enumerated().sorted { left, right in
      let names = (Text(left.element.source?.name ?? ""), Text(right.element.source?.name ?? ""))
      if names.0 != names.1 { return names.0 < names.1 }
      let places = (left.element.span?.lowerBound ?? 0, right.element.span?.lowerBound ?? 0)
      return (places.0, left.offset) < (places.1, right.offset)
    }.map(\.element)
  }

  /// One object: how much there is, and each finding with file, line, column and what to do.
  public static func json(_ findings: [Diagnostic], records: Int, links: Int) -> [UInt8] {
    let items = grouped(findings).map { finding in
      var fields: [Field] = [
        field("severity", .text(Text(finding.severity.rawValue))),
        field("code", .text(Text(finding.code))),
        field("message", .text(Text(finding.message))),
      ]
      if let help = finding.help { fields.append(field("help", .text(Text(help)))) }
      if let source = finding.source { fields.append(field("file", .text(Text(source.name)))) }
      if let position = finding.position {
        fields.append(field("line", .number(position.line)))
        fields.append(field("column", .number(position.column)))
      }
      return Form.object(fields)
    }
    return bytes(
      .object([
        field("records", .number(records)), field("links", .number(links)),
        field("errors", .number(findings.count { $0.severity == .error })),
        field("warnings", .number(findings.count { $0.severity == .warning })),
        field("findings", .list(items)),
      ]))
  }

  /// SARIF 2.1.0 (OASIS): one run, a rule for each kind of finding.
  public static func sarif(_ findings: [Diagnostic], version: String) -> [UInt8] {
    let sorted = grouped(findings)
    let codes = Set(sorted.map { Text($0.code) }).sorted()
    let rules: [Form] = codes.map { code in
      let fields: [Field] = [field("id", .text(code))]
      return Form.object(fields)
    }
    let driver: Form = .object([
      field("name", .text("realist")), field("version", .text(Text(version))),
      field("rules", .list(rules)),
    ])
    let run: Form = .object([
      field("tool", .object([field("driver", driver)])),
      field("columnKind", .text("unicodeCodePoints")),
      field("results", .list(sorted.map(result))),
    ])
    return bytes(
      .object([
        field("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
        field("version", .text("2.1.0")),
        field("runs", .list([run])),
      ]))
  }

  private static func result(_ finding: Diagnostic) -> Form {
    let text = finding.message + (finding.help.map { "; \($0)" } ?? "")
    var fields: [Field] = [
      field("ruleId", .text(Text(finding.code))),
      field("level", .text(Text(finding.severity.rawValue))),
      field("message", .object([field("text", .text(Text(text)))])),
    ]
    if let source = finding.source {
      var place: [Field] = [
        field("artifactLocation", .object([field("uri", .text(Text(source.name)))]))
      ]
      if let position = finding.position {
        var region: [Field] = [
          field("startLine", .number(position.line)),
          field("startColumn", .number(position.column)),
        ]
        if let end = finding.span.map({ source.position(at: $0.upperBound) }) {
          region.append(field("endLine", .number(end.line)))
          region.append(field("endColumn", .number(end.column)))
        }
        place.append(field("region", .object(region)))
      }
      fields.append(
        field("locations", .list([.object([field("physicalLocation", .object(place))])])))
    }
    return .object(fields)
  }

  // MARK: JSON

  private typealias Field = (name: Text, value: Form)

  private indirect enum Form {
    case text(Text)
    case number(Int)
    case list([Form])
    case object([Field])
  }

  private static func field(_ name: Text, _ value: Form) -> Field { (name, value) }

  private static func bytes(_ form: Form) -> [UInt8] {
    var bytes: [UInt8] = []
    append(form, depth: 0, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func append(_ form: Form, depth: Int, to bytes: inout [UInt8]) {
    switch form {
    case .text(let text): JSONWriter.append(text, to: &bytes)
    case .number(let number): JSONWriter.append(Int64(number), to: &bytes)
    case .list(let items):
      lines("[", items, "]", depth, &bytes) { append($0, depth: depth + 1, to: &$1) }
    case .object(let fields):
      lines("{", fields, "}", depth, &bytes) { field, bytes in
        JSONWriter.append(field.name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        append(field.value, depth: depth + 1, to: &bytes)
      }
    }
  }

  private static func lines<Item>(
    _ open: String, _ items: [Item], _ close: String, _ depth: Int, _ bytes: inout [UInt8],
    _ write: (Item, inout [UInt8]) -> Void
  ) {
    bytes.append(contentsOf: open.utf8)
    for (index, item) in items.enumerated() {
      bytes.append(contentsOf: (index > 0 ? ",\n" : "\n").utf8)
      bytes.append(contentsOf: String(repeating: "  ", count: depth + 1).utf8)
      write(item, &bytes)
    }
    if !items.isEmpty {
      bytes.append(contentsOf: ("\n" + String(repeating: "  ", count: depth)).utf8)
    }
    bytes.append(contentsOf: close.utf8)
  }
}
