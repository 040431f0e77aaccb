public import PropertyGraph

extension Procedure {
  /// A procedure that answers from a table: the rows whose first columns equal the arguments, cut
  /// to the other columns. Without arguments, all rows. A procedure without outputs gives none.
  public static func table(
    name: Text, inputs: [Field], outputs: [Field], rows: [[Value]]
  ) -> Procedure {
    Procedure(name: name, inputs: inputs, outputs: outputs) { arguments, _ in
      guard !outputs.isEmpty else { return [] }
      return rows.filter { row in
        zip(row, arguments).allSatisfy { $0.isEquivalent(to: $1) }
      }.map { Array($0.dropFirst(inputs.count)) }
    }
  }
}
