/// One scenario of the kit with its outline's placeholders filled in.
struct Scenario: Sendable {
  /// Folder and file below `features`, such as `clauses/match/Match1`.
  var feature: String
  var name: String
  var steps: [Step]

  struct Step: Sendable {
    var text: String
    var block: String?
    var table: [[String]]
  }
}

/// Reads the part of Gherkin that the kit uses: scenarios, outlines with examples, backgrounds,
/// doc strings and tables.
struct FeatureFile {
  let scenarios: [Scenario]

  init(text: String, feature: String) {
    var reader = Reader(feature: feature)
    // Some files of the kit have CRLF, which to Swift is one character and no line feed.
    let isBreak = { (character: Character) in character == "\n" || character == "\r\n" }
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: isBreak) {
      reader.read(String(line))
    }
    scenarios = reader.finish()
  }

  private struct Outline {
    var name: String
    var steps: [Scenario.Step] = []
    var examples: [[[String]]] = []
  }

  private struct Reader {
    let feature: String
    private var finished: [Scenario] = []
    private var background: [Scenario.Step] = []
    private var current: Outline?
    private var isInBackground = false
    private var isInExamples = false
    private var block: (indent: Int, lines: [String])?

    init(feature: String) { self.feature = feature }

    mutating func read(_ line: String) {
      let trimmed = line.trimmed
      if var open = block {
        if trimmed == "\"\"\"" {
          block = nil
          editLastStep { $0.block = open.lines.joined(separator: "\n") }
        } else {
          open.lines.append(String(line.dropFirst(min(open.indent, line.leadingSpaces))))
          block = open
        }
        return
      }
      if trimmed.isEmpty || trimmed.hasPrefix("#") || trimmed.hasPrefix("@") { return }
      if trimmed.hasPrefix("Feature:") { return }
      if trimmed.hasPrefix("Background:") {
        isInBackground = true
      } else if let name = trimmed.after("Scenario Outline:") ?? trimmed.after("Scenario:") {
        close()
        isInBackground = false
        isInExamples = false
        current = Outline(name: name.trimmed)
      } else if trimmed.hasPrefix("Examples:") {
        isInExamples = true
        current?.examples.append([])
      } else if trimmed == "\"\"\"" {
        block = (line.leadingSpaces, [])
      } else if trimmed.hasPrefix("|") {
        addRow(Self.cells(trimmed))
      } else if let step = ["Given ", "When ", "Then ", "And ", "But "].lazy
        .compactMap({ trimmed.after($0) }).first
      {
        let new = Scenario.Step(text: step.trimmed, block: nil, table: [])
        if isInBackground { background.append(new) } else { current?.steps.append(new) }
      }
    }

    mutating func finish() -> [Scenario] {
      close()
      return finished
    }

    private mutating func editLastStep(_ edit: (inout Scenario.Step) -> Void) {
      if isInBackground {
        if !background.isEmpty { edit(&background[background.count - 1]) }
      } else if var outline = current, !outline.steps.isEmpty {
        edit(&outline.steps[outline.steps.count - 1])
        current = outline
      }
    }

    private mutating func addRow(_ row: [String]) {
      if isInExamples, var outline = current, !outline.examples.isEmpty {
        outline.examples[outline.examples.count - 1].append(row)
        current = outline
      } else {
        editLastStep { $0.table.append(row) }
      }
    }

    private mutating func close() {
      guard let outline = current else { return }
      current = nil
      let steps = background + outline.steps
      if outline.examples.isEmpty {
        finished.append(Scenario(feature: feature, name: outline.name, steps: steps))
        return
      }
      var number = 0
      for table in outline.examples {
        guard let header = table.first else { continue }
        for row in table.dropFirst() {
          number += 1
          let fill = { (text: String) in
            zip(header, row).reduce(text) { $0.replacing("<\($1.0)>", with: $1.1) }
          }
          let filled = steps.map {
            Scenario.Step(
              text: fill($0.text), block: $0.block.map(fill), table: $0.table.map { $0.map(fill) })
          }
          finished.append(
            Scenario(feature: feature, name: "\(outline.name) #\(number)", steps: filled))
        }
      }
    }

    /// Cells of a table row; `\|`, `\n` and `\\` are escapes.
    private static func cells(_ line: String) -> [String] {
      var cells: [String] = []
      var cell = ""
      var isEscaped = false
      for character in line.dropFirst() {
        if isEscaped {
          switch character {
          case "n": cell.append("\n")
          case "|", "\\": cell.append(character)
          default:
            cell.append("\\")
            cell.append(character)
          }
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "|" {
          cells.append(cell.trimmed)
          cell = ""
        } else {
          cell.append(character)
        }
      }
      return cells
    }
  }
}

extension String {
  var trimmed: String {
    var scalars = Substring(self)
    while let first = scalars.first, first == " " || first == "\t" || first == "\r" {
      scalars.removeFirst()
    }
    while let last = scalars.last, last == " " || last == "\t" || last == "\r" {
      scalars.removeLast()
    }
    return String(scalars)
  }

  var leadingSpaces: Int { prefix { $0 == " " || $0 == "\t" }.count }

  func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
