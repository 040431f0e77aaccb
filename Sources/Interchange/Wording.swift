import Diagnostics
import Glibc
import PropertyGraph

/// Every message of this room, in one place. Tables may have millions of lines, so a message says
/// the place in words instead of drawing the line.
enum Wording {
  // MARK: Folder and files

  static func cannotRead(_ path: String, code: Int32) -> Diagnostic {
    failure("CannotOpen", "`\(path)` cannot be read: \(String(cString: strerror(code)))")
  }

  static func notAFile(_ path: String) -> Diagnostic {
    failure("CannotOpen", "`\(path)` is not a file")
  }

  static func noTables(_ folder: String) -> Diagnostic {
    failure(
      "NoTables", "there is no `.csv` file in `\(folder)`",
      help: "name tables nodes_Label.csv and rels_TYPE.csv, or use headers of neo4j-admin")
  }

  static func noNodes(_ folder: String) -> Diagnostic {
    failure(
      "NoTables", "`\(folder)` has relationships but no nodes",
      help: "add a table nodes_Label.csv with a column id")
  }

  static func emptyTable(_ table: String) -> Diagnostic {
    failure("MalformedCSV", "`\(table)` is empty", help: "its first line must name the columns")
  }

  // MARK: Headers

  static func missingColumn(_ table: String, _ what: String, _ names: String) -> Diagnostic {
    failure(
      "UnknownHeader", "`\(table)` has no column for \(what)", help: "name it \(names)")
  }

  static func namelessRecords(
    _ table: String, _ what: String, _ file: String, _ header: String
  ) -> Diagnostic {
    failure(
      "UnknownHeader", "nothing says the \(what) of the records of `\(table)`",
      help: "name the file \(file), or add a column \(header)")
  }

  static func namelessColumn(_ table: String, line: Int, column: Int) -> Diagnostic {
    failure("UnknownHeader", "\(place(table, line)), column \(column): the column has no name")
  }

  static func columnTwice(_ table: String, line: Int, _ name: Text) -> Diagnostic {
    failure(
      "UnknownHeader", "\(place(table, line)): the column `\(name)` stands twice",
      help: "rename one of them, or mark it :IGNORE")
  }

  static func unknownHeader(_ table: String, line: Int, _ title: String) -> Diagnostic {
    failure(
      "UnknownHeader", "\(place(table, line)): `\(title)` names no property",
      help: "the forms are name, name:type, :ID, :LABEL, :START_ID, :END_ID, :TYPE, :IGNORE")
  }

  static func headerOptions(_ table: String, line: Int, _ title: String) -> Diagnostic {
    unsupported(
      "import.options", "\(place(table, line)): options in braces are not read: `\(title)`",
      help: "write values in ISO 8601 and leave the braces out")
  }

  static func spatialColumn(_ table: String, line: Int) -> Diagnostic {
    unsupported(
      "import.point", "\(place(table, line)): points are not supported",
      help: "use two columns of type double")
  }

  static func unknownType(
    _ table: String, line: Int, _ word: String, known: [String]
  ) -> Diagnostic {
    failure(
      "UnknownHeader", "\(place(table, line)): `\(word)` is no type",
      help: NearestName.help(for: word, among: known, called: "types"))
  }

  // MARK: Records

  static func wrongWidth(
    _ table: String, line: Int, _ count: Int, expected: Int
  ) -> Diagnostic {
    failure(
      "MalformedCSV",
      "\(place(table, line)): \(count) \(count == 1 ? "field" : "fields") where the header has "
        + "\(expected)",
      help: "a text with a comma or a line break in it stands in double quotes")
  }

  static func quoteInPlainField(_ path: String, line: Int) -> Diagnostic {
    failure(
      "MalformedCSV", "\(place(path, line)): a double quote within a field that has none around it",
      help: "put the field in double quotes and double those within it")
  }

  static func textAfterQuote(_ path: String, line: Int) -> Diagnostic {
    failure(
      "MalformedCSV", "\(place(path, line)): text after the closing quote of a field",
      help: "a double quote within a quoted field is written twice")
  }

  static func unterminatedQuote(_ path: String, line: Int) -> Diagnostic {
    failure(
      "MalformedCSV", "\(place(path, line)): a quoted field begins here and never ends",
      help: "close it with a double quote before the comma or the end of the line")
  }

  static func invalidUTF8(_ table: String, line: Int, column: Int) -> Diagnostic {
    failure(
      "MalformedCSV", "\(place(table, line)), column \(column): not UTF-8",
      help: "save the file as UTF-8")
  }

  static func wrongType(
    _ table: String, line: Int, column: String, _ value: String, type: String
  ) -> Diagnostic {
    failure(
      "WrongType", "\(place(table, line)), column `\(column)`: `\(shortened(value))` is no \(type)")
  }

  static func emptyType(_ table: String, line: Int) -> Diagnostic {
    failure("MalformedCSV", "\(place(table, line)): the relationship has no type")
  }

  static func emptyIdentity(_ table: String, line: Int) -> Diagnostic {
    failure("MalformedCSV", "\(place(table, line)): the node has no id")
  }

  static func duplicateIdentity(
    _ table: String, line: Int, _ id: String, first: String
  ) -> Diagnostic {
    failure(
      "DuplicateIdentity",
      "\(place(table, line)): the id `\(shortened(id))` is taken by an earlier node of `\(first)`",
      help: "ids are unique over all tables, unless headers name spaces: id:ID(Person)")
  }

  static func unknownIdentity(
    _ table: String, line: Int, _ id: String, known: [String]
  ) -> Diagnostic {
    failure(
      "UnknownIdentity", "\(place(table, line)): no node has the id `\(shortened(id))`",
      help: known.isEmpty ? nil : NearestName.help(for: id, among: known, called: "ids"))
  }

  static func unknownSpace(
    _ table: String, line: Int, _ space: Text, known: [Text]
  ) -> Diagnostic {
    failure(
      "UnknownIdentity", "\(place(table, line)): no node has an id in the space `\(space)`",
      help: NearestName.help(
        for: space.string, among: known.map { $0.isEmpty ? "(none)" : $0.string },
        called: "spaces"))
  }

  // MARK: Parts

  private static func place(_ path: String, _ line: Int) -> String {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    return "\(name), line \(line)"
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count > 60 ? "\(text.prefix(60))…" : text
  }

  private static func failure(
    _ code: String, _ message: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .runtime, code: code, message, help: help)
  }

  private static func unsupported(
    _ code: String, _ message: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(phase: .unsupported, code: code, message, help: help)
  }
}
