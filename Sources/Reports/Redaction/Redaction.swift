public import PropertyGraph

/// Keeps respondents unknown in everything that is printed. Verdicts are computed on all evidence;
/// only what is shown changes.
///
/// - The id and the code of a respondent give way to their group of roles, wherever they stand as a
///   word. Those whom a document names in public keep their names.
/// - A group of roles that fewer than a set number of people share would tell who it is, and gives
///   way to `a respondent`.
/// - Items that the study marks as withheld, and quantities that count fewer than that number of
///   people, are not printed.
public struct Redaction: Sendable {
  /// Fewest people that a printed group may have, if nothing is said.
  public static let usualLeast = 5

  private let least: Int
  private let replacements: [Text: Text]
  private let hidden: [Text: Text]
  /// What was done, a sentence each, to be printed with the report.
  public let notes: [Text]

  /// Reads from a graph who must be protected. O(participants + evidence).
  public init(_ graph: any GraphAccess, leastPeople: Int = Redaction.usualLeast) {
    least = leastPeople
    let records = StudyRecords(graph)
    let people = records.all("Participant")
    var sizes: [Text: Int] = [:]
    for row in people {
      if let group = records.text("role_group", of: row) { sizes[group, default: 0] += 1 }
    }
    var replacements: [Text: Text] = [:]
    var withheld: Set<NodeRow> = []
    var small: Set<Text> = []
    for row in people {
      let identity = records.text("identity", of: row) ?? "coded"
      guard identity != "named" else { continue }
      var label: Text = "a respondent"
      if identity == "withheld" {
        withheld.insert(row)
      } else if let group = records.text("role_group", of: row) {
        if (sizes[group] ?? 0) >= leastPeople { label = group } else { small.insert(group) }
      }
      for name in [records.id(of: row), records.text("code", of: row)].compactMap({ $0 }) {
        replacements[Self.folded(name)] = label
      }
    }
    let items = records.all("Evidence") + records.all("Figure")
    var hidden: [Text: Text] = [:]
    let given = Set(
      records.links(from: items, "GIVEN_BY").filter { withheld.contains($0.to) }.map(\.from))
    for row in items {
      guard let id = records.id(of: row) else { continue }
      if given.contains(row) || records.text("attribution", of: row) == "withheld" {
        hidden[id] = "not printed: the study marks it as withheld"
      } else if Self.isSmall(graph.properties(of: row), least: leastPeople) {
        hidden[id] = Text("not printed: fewer than \(leastPeople) people share it")
      }
    }
    self.replacements = replacements
    self.hidden = hidden
    let marked = hidden.values.count { $0.string.contains("withheld") }
    var notes = [
      Text(
        "Respondents are shown by their group of roles instead of their codes "
          + "(\(replacements.count) ids and codes).")
    ]
    if !small.isEmpty {
      notes.append(
        Text(
          "\(small.count) groups of roles with fewer than \(leastPeople) people are shown as "
            + "“a respondent”."))
    }
    if marked > 0 {
      notes.append(
        Text("\(marked) items that the study marks as withheld are counted, not printed."))
    }
    if hidden.count > marked {
      notes.append(
        Text(
          "\(hidden.count - marked) quantities that fewer than \(leastPeople) people share are "
            + "counted, not printed."))
    }
    self.notes = notes
  }

  /// Why an item is not printed; `nil`: it may be.
  public func reason(toHide item: Text) -> Text? { hidden[item] }

  /// The text with every respondent's id or code, where it stands as a word, replaced. O(length).
  public func text(_ text: Text) -> Text {
    guard !replacements.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    var position = 0
    var changed = false
    while position < bytes.count {
      guard Self.isWord(bytes[position]) else {
        output.append(bytes[position])
        position += 1
        continue
      }
      // The longest run of words joined by hyphens that is a name, else the word itself.
      var end = position
      var ends: [Int] = []
      while end < bytes.count, Self.isWord(bytes[end]) || Self.joins(bytes, at: end) {
        end += 1
        if end == bytes.count || !Self.isWord(bytes[end]) { ends.append(end) }
      }
      let match = ends.reversed().lazy.compactMap { end in
        self.replacements[Self.folded(Text(utf8: bytes[position..<end]))].map { ($0, end) }
      }.first
      if let (label, end) = match {
        output.append(contentsOf: label.utf8)
        position = end
        changed = true
      } else {
        let end = ends.first ?? position + 1
        output.append(contentsOf: bytes[position..<end])
        position = end
      }
    }
    return changed ? Text(utf8: output) : text
  }

  // MARK: Words

  private static func isSmall(_ properties: PropertyMap, least: Int) -> Bool {
    (["numerator", "denominator"] as [Text]).contains { key in
      guard case .integer(let count)? = properties[key] else { return false }
      return count > 0 && count < Int64(least)
    }
  }

  private static func folded(_ name: Text) -> Text { Text(name.string.lowercased()) }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// Whether a hyphen, an underscore or a dot stands between two words.
  private static func joins(_ bytes: [UInt8], at index: Int) -> Bool {
    guard "-_.".utf8.contains(bytes[index]), index + 1 < bytes.count else { return false }
    return isWord(bytes[index + 1])
  }
}
