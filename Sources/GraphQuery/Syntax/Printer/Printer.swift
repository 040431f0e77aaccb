public import PropertyGraph

/// Writes a tree as query text that parses to an equal tree (spans aside). One form for each tree:
/// keywords in capitals, one clause a line, parentheses only where precedence asks for them. A
/// column without an alias keeps the text it was written with, because that is its name.
///
/// Only literals that the language can write are written as such; a temporal value, node,
/// relationship or path in a tree made by hand becomes a parameter named after its type, which
/// fails loudly when the query is run.
public struct Printer {
  var text = ""

  private init() {}

  /// The text of a statement.
  public static func text(of statement: Statement) -> Text {
    var printer = Printer()
    switch statement.mode {
    case .run: break
    case .explain: printer.text += "EXPLAIN "
    case .profile: printer.text += "PROFILE "
    }
    if let revision = statement.revision {
      printer.text += "AT REVISION "
      printer.append(revision, atLeast: .sign)
      printer.text += "\n"
    }
    printer.append(statement.query, separator: "\n")
    return Text(printer.text)
  }

  /// The text of a query.
  public static func text(of query: Query) -> Text {
    var printer = Printer()
    printer.append(query, separator: "\n")
    return Text(printer.text)
  }

  /// The text of an expression.
  public static func text(of expression: Expression) -> Text {
    var printer = Printer()
    printer.append(expression)
    return Text(printer.text)
  }

  /// The text of a pattern, as it stands after `MATCH`.
  public static func text(of pattern: [PathPattern]) -> Text {
    var printer = Printer()
    printer.append(pattern)
    return Text(printer.text)
  }

  /// A name as a query writes it: in back quotes if it is reserved or has unusual characters.
  public static func text(ofName name: Text) -> Text {
    Text(quoted(name, isReserved: { $0.isReserved || $0 == .call }))
  }

  // MARK: - Queries

  mutating func append(_ query: Query, separator: String) {
    append(query.first, separator: separator)
    for part in query.rest {
      text += separator + (part.union == .all ? "UNION ALL" : "UNION") + separator
      append(part.query, separator: separator)
    }
  }

  private mutating func append(_ query: SingleQuery, separator: String) {
    for (index, clause) in query.clauses.enumerated() {
      if index > 0 { text += separator }
      append(clause)
    }
  }

  /// Items with a comma between them.
  mutating func appendList<Item>(_ items: [Item], _ appendItem: (inout Printer, Item) -> Void) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      appendItem(&self, item)
    }
  }
}
