/// The brackets in which the review names who said something, as they stand in its text.
struct CitingBracket: Hashable {
  /// The line on which it opens.
  var line: Int
  /// The ids of those named, sorted; `withheld` where the report keeps them back.
  var codes: [String]

  /// How a section writes its codes.
  enum Form {
    /// A code of four with the month of the interview, several apart by semicolons.
    case codeAndMonth
    /// Codes of four by themselves, in square or in round brackets.
    case codeAlone
    /// `R` and three figures.
    case surveyNumber
  }

  static let withheld = "withheld"

  /// The brackets of a stretch of text. A text of four capitals in brackets is a code only if
  /// somebody of that code is known, since the report uses abbreviations of four letters too.
  static func all(
    in text: SourceText, lines: ClosedRange<Int>, form: Form, known: Set<String>
  ) -> [CitingBracket] {
    var found: [CitingBracket] = []
    var open: (line: Int, isSquare: Bool, content: String)?
    for line in lines {
      for character in text.line(line) + " " {
        switch character {
        case "[": open = (line, true, "")
        case "(" where form == .codeAlone && open?.isSquare != true: open = (line, false, "")
        case "]" where open?.isSquare == true, ")" where open?.isSquare == false:
          if let (line, isSquare, content) = open {
            let codes = codes(in: content, form: form, known: known)
            // Round brackets hold a code and nothing else.
            if !codes.isEmpty, isSquare || (codes.count == 1 && content.count == 4) {
              found.append(CitingBracket(line: line, codes: codes.sorted()))
            }
          }
          open = nil
        default: open?.content.append(character)
        }
      }
    }
    return found
  }

  private static func codes(in content: String, form: Form, known: Set<String>) -> [String] {
    let words = content.split { " ,;_".contains($0) }.map(String.init)
    if words.map({ $0.lowercased() }) == ["identifier", "withheld"] { return [withheld] }
    switch form {
    case .codeAndMonth: return codesAndMonths(words) ?? []
    case .codeAlone:
      let codes = words.filter(isCode).map { $0.lowercased() }
      let areCodes = zip(codes, words).allSatisfy { code, word in
        word.contains(where: \.isNumber) || known.contains(code)
      }
      return codes.count == words.count && areCodes ? codes : []
    case .surveyNumber:
      let isNumber = { (word: String) in
        word.count == 4 && word.hasPrefix("R") && word.dropFirst().allSatisfy(\.isNumber)
      }
      return words.allSatisfy(isNumber) ? words.map { $0.lowercased() } : []
    }
  }

  /// A code, maybe the number of a second interview, a month; again and again.
  private static func codesAndMonths(_ words: [String]) -> [String]? {
    var codes: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      guard isCode(word) else { return nil }
      var code = word.lowercased()
      guard var month = rest.popFirst() else { return nil }
      if let number = month.first, number.isNumber {
        // The month may follow at once: `_2May24`.
        code += "-\(number)"
        month.removeFirst()
        if month.isEmpty { month = rest.popFirst() ?? "" }
      }
      guard isMonth(month) else { return nil }
      codes.append(code)
    }
    return codes
  }

  private static func isCode(_ word: String) -> Bool {
    word.count == 4 && word.contains(where: \.isLetter)
      && word.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
  }

  private static func isMonth(_ word: String) -> Bool {
    let months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct"]
    return word.hasSuffix("24") && months.contains(String(word.dropLast(2)))
  }
}
