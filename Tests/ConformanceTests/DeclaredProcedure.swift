import GraphQuery
import PropertyGraph

/// A procedure as a scenario declares it: a signature and the rows it answers from.
struct DeclaredProcedure {
  struct Malformed: Error { var text: String }

  let name: Text
  let inputs: [Procedure.Field]
  let outputs: [Procedure.Field]
  let rows: [[Value]]

  /// The procedure as the engine takes it.
  var table: Procedure { Procedure.table(name: name, inputs: inputs, outputs: outputs, rows: rows) }

  init(_ step: Scenario.Step) throws {
    let prefix = "there exists a procedure "
    let text = String(step.text.dropFirst(prefix.count))
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"),
      let arrow = text.ranges(of: "::").first(where: { $0.lowerBound > close }),
      let second = text[arrow.upperBound...].firstIndex(of: "("),
      let end = text.lastIndex(of: ")")
    else { throw Malformed(text: text) }
    name = Text(String(text[..<open]))
    inputs = Self.fields(text[text.index(after: open)..<close])
    outputs = Self.fields(text[text.index(after: second)..<end])
    rows = try step.table.dropFirst().map { try $0.map { try ExpectedValue.plain($0) } }
  }

  private static func fields(_ text: Substring) -> [Procedure.Field] {
    text.split(separator: ",").map { field in
      let parts = field.split(separator: ":", omittingEmptySubsequences: true)
      return Procedure.Field(
        name: Text(String(parts.first ?? "").trimmed), type: Text(String(parts.last ?? "").trimmed))
    }
  }
}
