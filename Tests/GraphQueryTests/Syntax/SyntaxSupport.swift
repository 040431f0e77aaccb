import Diagnostics
import GraphQuery
import PropertyGraph

/// Parses a query given as a string.
func parseQuery(
  _ query: String, extensions: [any StatementExtension] = []
) throws(Diagnostic) -> Statement {
  try QueryParser.parse(SourceText(name: "query", text: query), extensions: extensions)
}

/// Parses an expression given as a string.
func parseExpression(_ expression: String) throws(Diagnostic) -> Expression {
  try QueryParser.parseExpression(SourceText(name: "query", text: expression))
}

/// What a query parses to, printed.
func printed(_ query: String) throws(Diagnostic) -> String {
  Printer.text(of: try parseQuery(query)).string
}

/// What is wrong with a query, as a person sees it; "no error" if it parses.
func renderedError(_ query: String) -> String {
  do {
    _ = try parseQuery(query)
    return "no error"
  } catch {
    return DiagnosticRenderer().render(error)
  }
}

/// The code of a query's error, `nil` if it parses.
func errorCode(_ query: String) -> String? {
  do {
    _ = try parseQuery(query)
    return nil
  } catch {
    return error.code
  }
}

/// A tree without its spans, as nested parentheses. It walks the tree by reflection, so that a field
/// added to the tree is compared without anyone thinking of it.
func shape(of tree: Any) -> String {
  var text = ""
  appendShape(of: tree, to: &text)
  return text
}

private func appendShape(of value: Any, to text: inout String) {
  switch value {
  case is Range<Int>: return
  case let name as Name: text += Printer.text(ofName: name.text).string
  case let string as Text: text += "'\(string)'"
  case let number as Double: text += "float:\(number.bitPattern)"
  case let number as any BinaryInteger: text += "\(number)"
  case let flag as Bool: text += "\(flag)"
  case let item as Clause.ProjectionItem:
    appendShape(of: item.expression, to: &text)
    // An alias replaces the text as the name of the column.
    if let alias = item.alias { text += " AS \(alias.text)" } else { text += " '\(item.text)'" }
  default:
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      if let child = mirror.children.first {
        appendShape(of: child.value, to: &text)
      } else {
        text += "-"
      }
    case .enum where mirror.children.isEmpty: text += "\(value)"
    default:
      text += "("
      for child in mirror.children {
        if mirror.displayStyle == .enum { text += child.label ?? "" }
        text += " "
        appendShape(of: child.value, to: &text)
      }
      text += ")"
    }
  }
}
