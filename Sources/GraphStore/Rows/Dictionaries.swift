import Diagnostics
import PropertyGraph

/// The codes that rows use for label sets, types and property keys, kept in step with the file.
/// Codes are only ever added.
final class Dictionaries {
  private let database: Database
  private(set) var labelSets: [Int64: [Text]] = [:]
  private(set) var types: [Int64: Text] = [:]
  private(set) var keys: [Int64: Text] = [:]
  private var labelSetCodes: [[Text]: Int64] = [:]
  private var typeCodes: [Text: Int64] = [:]
  private var keyCodes: [Text: Int64] = [:]

  init(_ database: Database) throws(Diagnostic) {
    self.database = database
    try reload()
  }

  /// Reads all codes; also after a transaction that added some was taken back. O(codes).
  func reload() throws(Diagnostic) {
    labelSets = [:]
    labelSetCodes = [:]
    let sets = try database.prepare("SELECT code, labels FROM label_set")
    while try sets.step() {
      let labels = try decode(sets)
      labelSets[sets.integer(0)] = labels
      labelSetCodes[labels] = sets.integer(0)
    }
    (types, typeCodes) = try names("SELECT code, name FROM type")
    (keys, keyCodes) = try names("SELECT code, name FROM property_key")
  }

  private func names(_ sql: String) throws(Diagnostic) -> ([Int64: Text], [Text: Int64]) {
    var names: [Int64: Text] = [:]
    var codes: [Text: Int64] = [:]
    let statement = try database.prepare(sql)
    while try statement.step() {
      let name = statement.text(1) ?? ""
      names[statement.integer(0)] = name
      codes[name] = statement.integer(0)
    }
    return (names, codes)
  }

  private func decode(_ statement: SQLStatement) throws(Diagnostic) -> [Text] {
    let value = try statement.withBytes(1) { bytes throws(Diagnostic) in
      try JSONReader.value(from: bytes)
    }
    guard case .list(let elements) = value else { return [] }
    return elements.compactMap { if case .text(let name) = $0 { name } else { nil } }
  }

  /// The code of a set of labels in code point order; added if it is new.
  func code(ofLabels labels: [Text]) throws(Diagnostic) -> Int64 {
    if let known = labelSetCodes[labels] { return known }
    let code = Int64(labelSets.count) + 1
    let json = JSONWriter.text(.list(labels.map { .text($0) }))
    try insert("INSERT INTO label_set VALUES (?, ?)", code, json)
    labelSets[code] = labels
    labelSetCodes[labels] = code
    return code
  }

  /// The code of a type; added if it is new.
  func code(ofType name: Text) throws(Diagnostic) -> Int64 {
    if let known = typeCodes[name] { return known }
    let code = Int64(types.count) + 1
    try insert("INSERT INTO type VALUES (?, ?)", code, name)
    types[code] = name
    typeCodes[name] = code
    return code
  }

  /// The code of a property key, if rows have ever had it.
  func knownCode(ofKey name: Text) -> Int64? { keyCodes[name] }

  /// The code of a property key; added if it is new.
  func code(ofKey name: Text) throws(Diagnostic) -> Int64 {
    if let known = keyCodes[name] { return known }
    let code = Int64(keys.count) + 1
    try insert("INSERT INTO property_key VALUES (?, ?)", code, name)
    keys[code] = name
    keyCodes[name] = code
    return code
  }

  private func insert(_ sql: String, _ code: Int64, _ name: Text) throws(Diagnostic) {
    let statement = try database.prepare(sql)
    statement.bind(1, code)
    statement.bind(2, name)
    try statement.run()
  }
}
