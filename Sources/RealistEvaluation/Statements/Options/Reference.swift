import Diagnostics
import GraphQuery
import PropertyGraph

/// An id as written in a statement, or a parameter that will hold one.
struct Reference: Sendable {
  enum Content: Sendable {
    case id(Text)
    case parameter(Text)
  }

  let content: Content
  let span: Span

  /// What an argument refers to; `nil` for keywords and patterns.
  init?(_ argument: Clause.ExtensionArgument) {
    switch argument.content {
    case .reference(let id): content = .id(id)
    case .expression(let expression):
      guard case .parameter(let name) = expression.kind else { return nil }
      content = .parameter(name)
    case .keyword, .pattern: return nil
    }
    span = argument.span
  }

  /// The id, with parameters known. Throws where the parameter is missing or no text.
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
