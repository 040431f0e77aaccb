import Diagnostics
import PropertyGraph
import Reports
import StudyFiles
import StudySession

extension Shell {
  func setFormat(_ name: String) throws(Diagnostic) {
    if name.isEmpty { return console.note("format: \(settings.format.rawValue)") }
    guard let format = TableFormat(rawValue: name.lowercased()) else {
      throw Wording.unknownFormat(name, known: TableFormat.allCases.map(\.rawValue))
    }
    settings.format = format
  }

  func setWidth(_ text: String) throws(Diagnostic) {
    switch text {
    case "": console.note("width: \(settings.width.map(String.init) ?? "auto")")
    case "auto": settings.width = nil
    default:
      guard let width = Int(text), (20...10_000).contains(width) else {
        throw Wording.wrongWidth(text)
      }
      settings.width = width
    }
  }

  func setOutput(_ file: String) throws(Diagnostic) {
    if file.isEmpty {
      if let output { console.note("results are in \(output.path)") }
      output = nil
    } else {
      output = try OutputFile(Self.expanded(file))
    }
  }

  func setTime(_ word: String) throws(Diagnostic) {
    settings.showsTime = try Self.toggled(settings.showsTime, word, command: "time")
    if isInteractive { console.note("time: \(settings.showsTime ? "on" : "off")") }
  }

  func setPager(_ word: String) throws(Diagnostic) {
    settings.usesPager = try Self.toggled(settings.usesPager, word, command: "pager")
    if isInteractive { console.note("pager: \(settings.usesPager ? "on" : "off")") }
  }

  private static func toggled(
    _ value: Bool, _ word: String, command: String
  ) throws(Diagnostic) -> Bool {
    switch word {
    case "": return !value
    case "on": return true
    case "off": return false
    default: throw Wording.onOrOff(command)
    }
  }

  // MARK: Parameters

  func setParameter(_ text: String) throws(Diagnostic) {
    let parameters = settings.parameters
    if text.isEmpty {
      if parameters.isEmpty { return console.note(Wording.noParameters) }
      for (name, value) in parameters {
        console.note("$\(name) = \(JSONWriter.text(value, graph: session.graph))")
      }
      return
    }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    var name = String(words[0])
    var value = words.count > 1 ? String(words[1]) : ""
    if let equals = name.firstIndex(of: "=") {
      value = String(name[name.index(after: equals)...]) + (value.isEmpty ? "" : " " + value)
      name = String(name[..<equals])
    }
    if name.hasPrefix("$") { name.removeFirst() }
    guard !name.isEmpty, name != "_", name.unicodeScalars.allSatisfy(QueryWords.isNamePart) else {
      throw Wording.wrongParameter(text)
    }
    guard !value.isEmpty else { throw Wording.parameterWithoutValue(name) }
    settings.parameters[Text(name)] = Self.value(of: value)
  }

  /// JSON where it is JSON, else the text as it stands; `'…'` is a text too.
  static func value(of text: String) -> Value {
    if text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") {
      return .text(Text(String(text.dropFirst().dropLast())))
    }
    return (try? JSONReader.value(from: Array(text.utf8))) ?? .text(Text(text))
  }

  // MARK: Files

  func sourceFile(_ file: String) throws(Diagnostic) {
    guard !file.isEmpty else { throw Wording.missingArgument("source", "a file") }
    let path = Self.expanded(file)
    let source = try FileBytes.readText(path, called: file)
    try self.source(String(decoding: source.bytes, as: UTF8.self), named: file)
  }

  /// `~/` is the home.
  static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = Environment.value("HOME") else { return path }
    return home + path.dropFirst(1)
  }
}
