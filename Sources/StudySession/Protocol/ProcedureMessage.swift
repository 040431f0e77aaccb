import Diagnostics
import GraphQuery
import PropertyGraph

/// A procedure that a client declares as a table: `{"name", "inputs", "outputs", "rows"}`.
enum ProcedureMessage {
  static func procedure(_ line: [UInt8], span: Range<Int>) throws(Diagnostic) -> Procedure {
    let bytes = Array(line[span])
    let tree = try JSONReader.tree(from: bytes)
    guard let name = tree["name"]?.text else {
      throw ProtocolWording.mustBe("procedure.name", "a text")
    }
    var rows: [[Value]] = []
    for row in try GraphMessage.list(tree["rows"], "procedure.rows") {
      var values: [Value] = []
      for cell in try GraphMessage.list(row, "a row") {
        values.append(try JSONReader.value(from: bytes, span: cell.span))
      }
      rows.append(values)
    }
    return Procedure.table(
      name: name, inputs: try fields(tree["inputs"], "procedure.inputs"),
      outputs: try fields(tree["outputs"], "procedure.outputs"), rows: rows)
  }

  private static func fields(
    _ value: JSONValue?, _ name: String
  ) throws(Diagnostic) -> [Procedure.Field] {
    var fields: [Procedure.Field] = []
    for pair in try GraphMessage.list(value, name) {
      let texts = (pair.elements ?? []).compactMap(\.text)
      guard texts.count == 2 else { throw ProtocolWording.mustBe(name, "pairs of name and type") }
      fields.append(Procedure.Field(name: texts[0], type: texts[1]))
    }
    return fields
  }
}
