import PropertyGraph

extension Procedure {
  /// The procedures that every graph has: what names are in use in it.
  public static let standard: [Procedure] = [
    names("db.labels", column: "label", summary: "All labels in use.") { $0.labelNames() },
    names("db.relationshipTypes", column: "relationshipType", summary: "All types in use.") {
      $0.typeNames()
    },
    names("db.propertyKeys", column: "propertyKey", summary: "All property keys in use.") {
      $0.keyNames()
    },
  ]

  private static func names(
    _ name: Text, column: Text, summary: Text,
    _ list: @escaping @Sendable (any GraphAccess) -> [Text]
  ) -> Procedure {
    Procedure(
      name: name, inputs: [], outputs: [Field(name: column, type: "STRING")], summary: summary
    ) { _, context in list(context.graph).map { [.text($0)] } }
  }
}
