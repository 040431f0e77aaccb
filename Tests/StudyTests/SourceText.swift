/// The text of a document, by line.
struct SourceText {
  private let lines: [String]

  /// The file of that name in the folder of the documents.
  init(_ name: String, in folder: String) throws {
    lines = try TextFile.lines(of: "\(folder)/\(name)")
  }

  /// A line, counted from 1; empty past the end.
  func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  /// The whole numbers that stand in a line, in figures or, up to twenty, in words.
  func numbers(at line: Int) -> Set<Int> {
    var numbers: Set<Int> = []
    let isPart = { (character: Character) in
      character.isASCII && (character.isLetter || character.isNumber || ",.".contains(character))
    }
    for word in self.line(line).split(whereSeparator: { !isPart($0) }) {
      let bare = word.trimming { ",.".contains($0) }
      if let place = Self.words.firstIndex(of: bare.lowercased()) { numbers.insert(place) }
      if let number = Int(bare.filter { $0 != "," }) { numbers.insert(number) }
    }
    return numbers
  }

  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]
}

extension StringProtocol {
  /// Without the characters at both ends that are so.
  func trimming(_ isSo: (Character) -> Bool) -> Substring {
    var rest = Substring(self)
    while let first = rest.first, isSo(first) { rest.removeFirst() }
    while let last = rest.last, isSo(last) { rest.removeLast() }
    return rest
  }
}
