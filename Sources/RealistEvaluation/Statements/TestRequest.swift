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
    case match(configurations: [String], theories: [String])
  }

  /// An id as written, or a parameter that will hold one.
  struct Reference: Sendable {
    enum Content: Sendable {
      case id(Text)
      case parameter(Text)
    }

    let content: Content
    let span: Span
  }

  var target: Target = .all
  var scales: [Reference] = []
  var asOf: Reference?
  var only: [Narrowing.Field: [Reference]] = [:]
  var without: [Narrowing.Field: [Reference]] = [:]
  var by: Narrowing.Field?
  var rules: Reference?

  init(_ arguments: [Clause.ExtensionArgument]) throws(Diagnostic) {
    for argument in arguments {
      switch argument.content {
      case .keyword(let word):
        if argument.name == "by" { by = Narrowing.Field(keyword: word) }
      case .pattern(let pattern, let predicate):
        target = try Self.match(pattern, predicate, span: argument.span)
      case .reference(let id):
        take(Reference(content: .id(id), span: argument.span), as: argument.name)
      case .expression(let expression):
        guard case .parameter(let name) = expression.kind else { continue }
        take(Reference(content: .parameter(name), span: argument.span), as: argument.name)
      }
    }
  }

  private mutating func take(_ reference: Reference, as name: Text) {
    switch name {
    case "theory": target = .theory(reference)
    case "configuration": target = .configuration(reference)
    case "scale": scales.append(reference)
    case "as-of": asOf = reference
    case "rules": rules = reference
    default:
      for field in Narrowing.Field.allCases {
        if name == Text("only-\(field.rawValue)") { only[field, default: []].append(reference) }
        if name == Text("without-\(field.rawValue)") {
          without[field, default: []].append(reference)
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
      configurations: configurations.map(query), theories: theories.map(query))
  }
}

extension TestRequest.Reference {
  /// The id, with parameters known.
  func id(in parameters: PropertyMap) throws(Diagnostic) -> Text {
    switch content {
    case .id(let id): return id
    case .parameter(let name):
      guard let value = parameters[name] else {
        throw Wording.missingParameter(name).at(span, in: nil)
      }
      guard case .text(let id) = value else {
        throw Wording.parameterIsNoID(name, value.typeName).at(span, in: nil)
      }
      return id
    }
  }
}
