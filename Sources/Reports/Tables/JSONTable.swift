import PropertyGraph

/// One array of objects, a row a line, values in the protocol's notation (numbers exact).
struct JSONTableEncoder: TableEncoder {
  private let object: RowObject
  private var isEmpty = true

  init(columns: [Text], graph: (any GraphAccess)?) {
    object = RowObject(columns: columns, graph: graph)
  }

  mutating func begin(_ output: inout [UInt8]) {
    output.append(UInt8(ascii: "["))
  }

  mutating func append(_ row: [Value], to output: inout [UInt8]) {
    output.append(contentsOf: isEmpty ? "\n".utf8 : ",\n".utf8)
    isEmpty = false
    object.append(row, to: &output)
  }

  mutating func end(_ output: inout [UInt8]) {
    output.append(contentsOf: isEmpty ? "]\n".utf8 : "\n]\n".utf8)
  }
}

/// One object a line, values in the protocol's notation (numbers exact).
struct JSONLinesTableEncoder: TableEncoder {
  private let object: RowObject

  init(columns: [Text], graph: (any GraphAccess)?) {
    object = RowObject(columns: columns, graph: graph)
  }

  mutating func begin(_ output: inout [UInt8]) {}

  mutating func append(_ row: [Value], to output: inout [UInt8]) {
    object.append(row, to: &output)
    output.append(UInt8(ascii: "\n"))
  }

  mutating func end(_ output: inout [UInt8]) {}
}

/// A row as an object, its keys in the order of the columns.
private struct RowObject {
  let columns: [Text]
  let graph: (any GraphAccess)?

  func append(_ row: [Value], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "{"))
    for (index, (column, value)) in zip(columns, row).enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      JSONWriter.append(column, to: &output)
      output.append(UInt8(ascii: ":"))
      JSONWriter.append(value, graph: graph, to: &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}
