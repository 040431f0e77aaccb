public import Diagnostics
import PropertyGraph
import RealistEvaluation

/// Proves locators against the documents themselves: the line exists, the anchor stands there, and
/// the respondents that the line prints are those encoded.
public enum SourceChecker {
  /// What was looked at.
  public struct Summary: Sendable, Hashable {
    /// Locators whose line was looked up.
    public var locators = 0
    /// Anchors looked for.
    public var anchors = 0
    /// Respondent codes looked for.
    public var codes = 0
    /// Documents without a text in the folder.
    public var documentsWithoutText = 0
  }

  /// Checks every locator of the study against the texts in a folder. O(locators × length of line),
  /// more for an anchor that does not stand where it should.
  public static func check(
    _ contents: StudyContents, sources folder: String
  ) throws(Diagnostic) -> (findings: [Diagnostic], summary: Summary) {
    guard FileBytes.isFolder(folder) else { throw Wording.noSourcesFolder(folder) }
    var checker = Checker(contents: contents, folder: folder)
    try checker.run()
    return (checker.findings, checker.summary)
  }

  private struct Checker {
    let contents: StudyContents
    let folder: String
    var findings: [Diagnostic] = []
    var summary = Summary()
    var texts: [Text: SourceLines] = [:]
    var lineOfEvidence: [Text: [(document: Text, line: Int64, place: StudyPlace?)]] = [:]

    mutating func run() throws(Diagnostic) {
      try loadTexts()
      for link in contents.links where link.type.property(named: "line") != nil {
        checkLocator(link)
      }
      checkCodes()
      if texts.isEmpty, summary.documentsWithoutText > 0 {
        findings.append(Wording.nothingProved(folder))
      }
    }

    private mutating func loadTexts() throws(Diagnostic) {
      for record in contents.records where record.kind.name == "Document" {
        guard case .text(let file)? = record.properties["text_file"] else { continue }
        do {
          let bytes = try FileBytes.read(folder + "/" + file.string)
          texts[record.id] = SourceLines(bytes)
        } catch {
          summary.documentsWithoutText += 1
          report(Wording.noSource(record.id, file: file), record.place)
        }
      }
    }

    /// A link's locator speaks of its document; `LISTS` speaks of the document that the theory's
    /// tables stand in, which is the one that espouses its elements.
    private func document(of link: StudyLink) -> Text? {
      if texts[link.target] != nil { return link.target }
      if texts[link.from] != nil { return link.from }
      guard link.type.name == "LISTS" else { return nil }
      return texts.count == 1 ? texts.keys.first : tableDocument
    }

    /// With several texts at hand: the one of a document that has readings of this study's tables.
    private var tableDocument: Text? {
      contents.links.first { $0.type.name == "ESPOUSES" && texts[$0.from] != nil }?.from
    }

    private mutating func checkLocator(_ link: StudyLink) {
      guard case .integer(let line)? = link.properties["line"],
        let document = document(of: link), let text = texts[document]
      else { return }
      summary.locators += 1
      guard line >= 1, line <= text.count else {
        report(Wording.pastEnd(line: line, lines: text.count, document: document), link.place)
        return
      }
      lineOfEvidence[link.owner, default: []].append((document, line, link.place))
      guard case .text(let anchor)? = link.properties["anchor"] else { return }
      summary.anchors += 1
      let words = anchor.utf8.split(separator: UInt8(ascii: " ")).count
      if words > 8 { report(Wording.longAnchor(anchor, words: words), link.place) }
      if !text.contains(anchor, line: Int(line)) {
        report(
          Wording.anchorNotThere(anchor, line: line, elsewhere: text.firstLine(with: anchor)),
          link.place)
      }
    }

    private mutating func checkCodes() {
      var codes: [Text: Text] = [:]
      for record in contents.records where record.kind.name == "Participant" {
        if case .text(let code)? = record.properties["code"] { codes[record.id] = code }
      }
      for link in contents.links where link.type.name == "GIVEN_BY" {
        guard let code = codes[link.to], let places = lineOfEvidence[link.from] else { continue }
        summary.codes += 1
        let isPrinted = places.contains { place in
          texts[place.document]?.prints(code, forWordsAt: Int(place.line)) ?? false
        }
        if !isPrinted, let first = places.first {
          report(Wording.codeNotThere(code, line: first.line, of: link.from), link.place)
        }
      }
    }

    private mutating func report(_ diagnostic: Diagnostic, _ place: StudyPlace?) {
      if let place, contents.files.indices.contains(place.file) {
        findings.append(diagnostic.at(place.span, in: contents.files[place.file]))
      } else {
        findings.append(diagnostic)
      }
    }
  }
}

/// The lines of a document, to look words up in.
private struct SourceLines {
  private let bytes: [UInt8]
  private var ranges: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      ranges.append(start..<offset)
      start = offset + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
  }

  var count: Int { ranges.count }

  func contains(_ words: Text, line: Int) -> Bool {
    Self.contains(bytes[ranges[line - 1]], words)
  }

  /// Whether a code is printed on the line, or alone on one of the next two, as under a quotation
  /// that stands as a block.
  func prints(_ code: Text, forWordsAt line: Int) -> Bool {
    if contains(code, line: line) { return true }
    return (line + 1...line + 2).contains { next in
      next <= count && ranges[next - 1].count <= code.utf8.count + 10 && contains(code, line: next)
    }
  }

  func firstLine(with words: Text) -> Int? {
    ranges.firstIndex { Self.contains(bytes[$0], words) }.map { $0 + 1 }
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ words: Text) -> Bool {
    words.withBytes { wanted in
      guard let first = wanted.first, wanted.count <= line.count else { return false }
      var index = line.startIndex
      let last = line.endIndex - wanted.count
      while index <= last {
        if line[index] == first, line[index..<index + wanted.count].elementsEqual(wanted) {
          return true
        }
        index += 1
      }
      return false
    }
  }
}
