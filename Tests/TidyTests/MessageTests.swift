import Glibc
import Testing

/// Every message of the query language is checked somewhere: in a test, a transcript or an example
/// of the language reference. Compared is the longest part of a text that has no values in it.
@Suite("Messages")
struct MessageTests {
  private static let shortestPart = 9

  @Test("every message of the query language has a golden test")
  func goldens() {
    let wording = TidyTests.sources.filter { file in
      file.path.contains("/Sources/GraphQuery/")
        && (file.path.contains("Wording") || file.path.contains("/Unsupported"))
    }
    #expect(wording.count >= 7)
    let goldens = Self.goldenTexts().map(CChar.init(bitPattern:)) + [0]
    var missing: [String] = []
    for file in wording {
      for (number, text) in file.code {
        for literal in Self.literals(in: Array(text.utf8)) {
          let part = Self.longestPart(of: literal)
          guard part.count >= Self.shortestPart, part.contains(UInt8(ascii: " ")) else { continue }
          let needle = part.map(CChar.init(bitPattern:)) + [0]
          let found = goldens.withUnsafeBufferPointer { goldens in
            needle.withUnsafeBufferPointer { needle in
              goldens.baseAddress.flatMap { text in
                needle.baseAddress.flatMap { strstr(text, $0) }
              } != nil
            }
          }
          if !found {
            let place = file.path.split(separator: "/").last ?? ""
            missing.append("\(place):\(number) \(String(decoding: part, as: UTF8.self))")
          }
        }
      }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  /// All tests, transcripts and examples, without backslashes and without the seams of texts that
  /// are put together.
  private static func goldenTexts() -> [UInt8] {
    let root = "/\(TidyTests.root)"
    let files =
      Repository.files(below: "\(root)/Tests", suffix: ".swift")
      + Repository.files(below: "\(root)/Tests", suffix: ".txt")
      + Repository.files(below: "\(root)/Sources/GraphQuery/Reference", suffix: ".md")
    var all: [UInt8] = []
    for file in files {
      for line in file.lines {
        all += line.utf8.filter { $0 != UInt8(ascii: "\\") }
        all.append(UInt8(ascii: "\n"))
      }
    }
    return withoutSeams(all)
  }

  private static func withoutSeams(_ text: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    func skipBlanks(_ start: Int) -> Int {
      var place = start
      while place < text.count, text[place] == 0x20 || text[place] == 0x0A { place += 1 }
      return place
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var place = 0
    while place < text.count {
      if text[place] == quote {
        let plus = skipBlanks(place + 1)
        if plus < text.count, text[plus] == UInt8(ascii: "+") {
          let next = skipBlanks(plus + 1)
          if next < text.count, text[next] == quote {
            place = next + 1
            continue
          }
        }
      }
      result.append(text[place])
      place += 1
    }
    return result
  }

  /// The texts in quotes on a line of code; what stands in `\(...)` becomes a zero byte.
  private static func literals(in line: [UInt8]) -> [[UInt8]] {
    var literals: [[UInt8]] = []
    var current: [UInt8]?
    var place = 0
    while place < line.count {
      let byte = line[place]
      if byte == UInt8(ascii: "\\"), place + 1 < line.count, current != nil {
        if line[place + 1] == UInt8(ascii: "(") {
          place = end(ofParenthesis: place + 1, in: line)
          current?.append(0)
        } else {
          current?.append(line[place + 1])
          place += 2
        }
        continue
      }
      if byte == UInt8(ascii: "\"") {
        if let text = current { literals.append(text) }
        current = current == nil ? [] : nil
      } else {
        current?.append(byte)
      }
      place += 1
    }
    return literals
  }

  private static func end(ofParenthesis start: Int, in line: [UInt8]) -> Int {
    var depth = 0
    for place in start..<line.count {
      if line[place] == UInt8(ascii: "(") { depth += 1 }
      if line[place] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return line.count
  }

  private static func longestPart(of literal: [UInt8]) -> [UInt8] {
    literal.split(separator: 0).map(Array.init).max { $0.count < $1.count }?
      .filter { $0 != UInt8(ascii: "\\") } ?? []
  }
}
