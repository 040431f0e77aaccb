import Diagnostics
import GraphQuery
import PropertyGraph

/// What a TEST statement asks for, read from its arguments.
struct TestRequest: Sendable {
  /// What is to be tested.
  enum Target: Sendable {
    case theory(Reference)
    case configuration(Reference)
    case all
    /// Queries that give ids of configurations and of theories.
    case match(configurations: [String], theories: [String], span: Span)
  }

  var target: Target = .all
  /// Theories that it is compared with.
  var rivals: [Reference] = []
  var options = EvidenceOptions()

  init(_ arguments: [Clause.ExtensionArgument]) throws(Diagnostic) {
    for argument in arguments where !options.take(argument) {
      if case .pattern(let pattern, let predicate) = argument.content {
        target = try Self.match(pattern, predicate, span: argument.span)
      } else if let reference = Reference(argument) {
        switch argument.name {
        case "theory": target = .theory(reference)
        case "configuration": target = .configuration(reference)
        case "against": rivals.append(reference)
        default: break
        }
      }
    }
  }

  // MARK: TEST MATCH

  /// Every variable of kind Configuration or Theory in the pattern, distinct.
  private static func match(
    _ pattern: [PathPattern], _ predicate: Expression?, span: Span
  ) throws(Diagnostic) -> Target {
    var configurations: [Text] = []
    var theories: [Text] = []
    for path in pattern {
      for case .node(let node) in path.elements {
        guard let variable = node.variable?.text else { continue }
        let labels = node.labels.map(\.text)
        if labels.contains("Configuration"), !configurations.contains(variable) {
          configurations.append(variable)
        }
        if labels.contains("Theory"), !theories.contains(variable) { theories.append(variable) }
      }
    }
    guard !configurations.isEmpty || !theories.isEmpty else {
      throw Wording.nothingToTest().at(span, in: nil)
    }
    let filter = predicate.map { " WHERE \(Printer.text(of: $0))" } ?? ""
    func query(_ variable: Text) -> String {
      let name = Printer.text(ofName: variable)
      return "MATCH \(Printer.text(of: pattern))\(filter) RETURN DISTINCT \(name).id AS id"
    }
    return .match(
      configurations: configurations.map(query), theories: theories.map(query), span: span)
  }
}
