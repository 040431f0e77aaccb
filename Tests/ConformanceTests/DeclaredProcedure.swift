import GraphQuery
import PropertyGraph

/// A procedure as a scenario declares it: a signature and the rows it answers from.
enum DeclaredProcedure {
  struct Malformed: Error { var text: String }

  static func procedure(_ step: Scenario.Step) throws -> Procedure {
    let prefix = "there exists a procedure "
    let text = String(step.text.dropFirst(prefix.count))
    guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"),
      let arrow = text.ranges(of: "::").first(where: { $0.lowerBound > close }),
      let second = text[arrow.upperBound...].firstIndex(of: "("),
      let end = text.lastIndex(of: ")")
    else { throw Malformed(text: text) }
    let inputs = fields(text[text.index(after: open)..<close])
    let outputs = fields(text[text.index(after: second)..<end])
    let rows = try step.table.dropFirst().map { try $0.map { try ExpectedValue.plain($0) } }
    return Procedure.table(
      name: Text(String(text[..<open])), inputs: inputs, outputs: outputs, rows: rows)
  }

  private static func fields(_ text: Substring) -> [Procedure.Field] {
    text.split(separator: ",").map { field in
      let parts = field.split(separator: ":", omittingEmptySubsequences: true)
      return Procedure.Field(
        name: Text(String(parts.first ?? "").trimmed), type: Text(String(parts.last ?? "").trimmed))
    }
  }
}
