public import PropertyGraph

/// What can be tested, and how to test what a record stands in where it cannot be tested itself.
public enum Testable {
  /// How a record of a kind is tested, as a sentence; `nil` where no configuration can have it.
  public static func advice(on id: Text, ofKind kind: Text) -> String? {
    switch kind {
    case "Theory": "`TEST THEORY \(id)` tests it"
    case "Configuration": "`TEST CONFIGURATION \(id)` tests it"
    case "Context": match(id, "IN_CONTEXT")
    case "Mechanism": match(id, "HAS_MECHANISM")
    case "Outcome": match(id, "HAS_OUTCOME")
    default: nil
    }
  }

  private static func match(_ id: Text, _ type: String) -> String {
    "`TEST MATCH (c:Configuration)-[:\(type)]->({id: '\(id)'})` tests the configurations that have it"
  }

  /// `a context`, `an outcome`: what to call a record of a kind.
  public static func name(ofKind kind: Text) -> String {
    Wording.article(kind.string.lowercased())
  }
}
