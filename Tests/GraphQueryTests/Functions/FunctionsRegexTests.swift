import PropertyGraph
import Testing

@testable import GraphQuery

struct FunctionsRegexTests {
  /// Each row: a pattern, texts that match it as a whole, texts that do not.
  @Test(
    arguments: [
      ("", [""], ["a"]),
      ("abc", ["abc"], ["ab", "abcd", "xabc", "ABC"]),
      ("a|bc|", ["a", "bc", ""], ["b", "abc"]),
      ("ab*c+d?", ["ac", "abbcc", "acd"], ["ab", "acdd"]),
      ("a{2}", ["aa"], ["a", "aaa"]), ("a{2,}", ["aa", "aaaaa"], ["a"]),
      ("a{1,3}?", ["a", "aaa"], ["", "aaaa"]), ("a{0}", [""], ["a"]),
      ("(ab|c)*", ["", "abcab"], ["aab"]), ("(a*)*b", ["b", "aaab"], ["aaa"]),
      ("(?:x|y)+?", ["xyx"], ["z"]), ("(?<name>a)b", ["ab"], ["b"]),
      (".*", ["", "abc", "👍"], ["a\nb", "a\u{85}", "a\u{2028}"]),
      ("(?s).*", ["a\nb"], []), ("(?d).*", ["a\rb"], ["a\nb"]),
      ("[a-c_]+", ["abc_"], ["d", "-"]), ("[^a-c]", ["d", "\n"], ["a"]),
      ("[]a]", ["]", "a"], ["b"]), ("[a\\-z]", ["-"], ["b"]), ("[a-]", ["-", "a"], ["b"]),
      ("[a-z&&[^aeiou]]+", ["xyz"], ["xa"]), ("[a-c[x-z]]+", ["ax"], ["d"]),
      ("[\\d\\s]+", ["1 2"], ["a"]), ("[^\\d]", ["a"], ["1"]), ("[\\Qa-b\\E]+", ["a-b"], ["c"]),
      ("\\d\\D\\s\\S\\w\\W", ["1a b_!"], ["aa b_!"]), ("\\w+", ["az_09"], ["é"]),
      ("\\h\\v", ["\u{A0}\n"], ["ab"]), ("a\\Rb", ["a\r\nb", "a\nb", "a\u{2028}b"], ["ab"]),
      ("\\t\\n\\r\\f\\a\\e\\cA", ["\t\n\r\u{C}\u{7}\u{1B}\u{1}"], [""]),
      ("\\x41\\u0042\\x{1F44D}\\0103", ["AB👍C"], ["ABC"]), ("\\ud83d\\udc4d", ["👍"], [""]),
      ("\\.\\*\\[\\\\", [".*[\\"], ["a*[\\"]), ("\\Qa.b*\\Ec", ["a.b*c"], ["axb*c"]),
      ("\\Qab\\E+", ["abbb"], ["abab"]),
      ("\\p{L}+", ["aéЖ"], ["1"]), ("\\p{Lu}\\P{Lu}", ["Éa"], ["aa"]), ("\\pN", ["٣"], ["a"]),
      ("\\p{Alpha}+", ["abc"], ["é"]), ("\\p{IsAlphabetic}", ["é"], ["1"]),
      ("\\p{gc=Nd}", ["7"], ["a"]),
      ("(?i)straSSe", ["STRASSE"], ["straße"]), ("(?i)é", ["é"], ["É"]), ("(?iu)é", ["É"], ["e"]),
      ("(?i)[a-c]+", ["AbC"], ["d"]), ("(?i)[^a-c]", ["d"], ["A", "a"]),
      ("a(?i)b(?-i)c", ["aBc"], ["ABc", "aBC"]), ("(?i:a)b", ["Ab"], ["AB"]),
      ("((?i)a)b", ["Ab"], ["AB"]), ("(?x) a b # comment\n c", ["abc"], ["a b"]),
      ("^abc$", ["abc"], ["xabc", "abc\n"]), ("abc$\\n", ["abc\n"], ["abc"]),
      ("(?m)a$\\n^b", ["a\nb"], ["ab"]), ("a$\\nb", [], ["a\nb"]), ("\\Aa\\z", ["a"], ["b"]),
      ("a\\Z\\r\\n", ["a\r\n"], ["a"]), ("\\bfoo\\b.*", ["foo bar", "foo"], ["foobar"]),
      ("a\\Bb", ["ab"], ["a b"]),
      ("e\u{301}", ["e\u{301}"], ["é"]), ("]}", ["]}"], []),
    ] as [(String, [String], [String])])
  func wholeMatches(_ pattern: String, _ matching: [String], _ others: [String]) throws {
    let regex = try Regex.compile(Text(pattern))
    for text in matching { #expect(try regex.matches(Text(text)), "\(pattern) on \(text)") }
    for text in others { #expect(try !regex.matches(Text(text)), "\(pattern) on \(text)") }
  }

  @Test(arguments: [
    "(a)\\1", "\\k<n>", "(?=a)b", "(?!a)b", "(?<=a)b", "(?<!a)b", "(?>a)", "a*+", "a{1,2}+",
    "\\X", "\\G", "(?U)a", "\\p{IsLatin}",
  ])
  func refusedByName(_ pattern: String) {
    let error = #expect(throws: EvaluationError.self) { try Regex.compile(Text(pattern)) }
    #expect(error?.code == EvaluationError.unsupportedCode)
    #expect(error?.help?.hasPrefix("regex.") == true)
  }

  @Test(arguments: [
    "(", ")", "a)", "[", "[a", "[z-a]", "*", "a**", "a{", "a{2,1}", "{1}", "\\", "\\y", "(?q)",
    "\\p{L", "[a-\\d]", "(?<>a)", "\\x{110000}", "\\u12", "\\0",
    "a{5001}", "(a{1000}){1000}", "((){5000}){5000}", "a{99999999999999999999}",
    "\\ud83d\\u0041",
  ])
  func invalidPatterns(_ pattern: String) {
    let error = #expect(throws: EvaluationError.self) { try Regex.compile(Text(pattern)) }
    #expect(error?.code == "InvalidArgumentValue")
  }

  @Test func deepPatternsAreRefused() {
    let pattern = String(repeating: "(", count: 100_000)
    #expect(throws: EvaluationError.self) { try Regex.compile(Text(pattern)) }
    let classes = String(repeating: "[", count: 100_000)
    #expect(throws: EvaluationError.self) { try Regex.compile(Text(classes)) }
  }

  /// Random small patterns and texts, against a matcher that follows the definition.
  @Test func agreesWithTheDefinition() throws {
    var random = Dice(state: 7)
    for _ in 0..<600 {
      let pattern = Self.randomPattern(&random, depth: 3)
      let regex = try Regex.compile(Text(pattern))
      var parser = RegexParser(Text(pattern))
      let tree = try parser.parse()
      for _ in 0..<4 {
        let text = (0..<random.roll(6)).map { _ in ["a", "b", "\n"][random.roll(3)] }.joined()
        let scalars = text.unicodeScalars.map(\.value)
        #expect(
          try regex.matches(Text(text)) == Self.ends(tree, 0, scalars).contains(scalars.count),
          "\(pattern) on \(text)")
      }
    }
  }

  private static func randomPattern(_ random: inout Dice, depth: Int) -> String {
    func inner(_ random: inout Dice) -> String { randomPattern(&random, depth: depth - 1) }
    if depth == 0 { return ["a", "b", ".", "[^a]", "\\n", "^", "$", "\\b"][random.roll(8)] }
    switch random.roll(6) {
    case 0: return inner(&random) + "|" + inner(&random)
    case 1: return "(\(inner(&random)))*"
    case 2: return "(\(inner(&random))){\(random.roll(2)),\(1 + random.roll(3))}"
    case 3: return "(?m:\(inner(&random)))"
    case 4: return "(\(inner(&random)))?" + inner(&random)
    default: return inner(&random) + inner(&random)
    }
  }

  /// Where matches of the tree that start at a position can end.
  private static func ends(_ tree: RegexTree, _ start: Int, _ text: [UInt32]) -> Set<Int> {
    switch tree {
    case .empty: return [start]
    case .scalar(let scalar):
      return start < text.count && text[start] == scalar ? [start + 1] : []
    case .set(let set): return start < text.count && set.contains(text[start]) ? [start + 1] : []
    case .assertion(let assertion): return assertion.holds(at: start, in: text) ? [start] : []
    case .sequence(let parts):
      return parts.reduce([start]) { reached, part in
        Set(reached.flatMap { ends(part, $0, text) })
      }
    case .alternatives(let options): return Set(options.flatMap { ends($0, start, text) })
    case .repetition(let part, let atLeast, let atMost):
      var reached: Set<Int> = [start]
      var all: Set<Int> = atLeast == 0 ? [start] : []
      for count in 1..<max(2, (atMost ?? atLeast + text.count) + 1) where count <= atMost ?? count {
        reached = Set(reached.flatMap { ends(part, $0, text) })
        if count >= atLeast { all.formUnion(reached) }
      }
      return all
    }
  }

  /// Garbage gives a value or an error, never a crash.
  @Test func garbageIsRefusedOrRead() {
    var random = Dice(state: 11)
    let pieces = [
      "a", "(", ")", "[", "]", "{", "}", "1", ",", "*", "+", "?", "|", "\\", "^", "$", ".", "&&",
      "-", "p", "Q", "E", "x", "u", "i", ":", "<", ">", "=", "#", "é", "👍", "\n",
    ]
    for _ in 0..<3_000 {
      let pattern = (0..<random.roll(12)).map { _ in pieces[random.roll(pieces.count)] }.joined()
      guard let regex = try? Regex.compile(Text(pattern)) else { continue }
      _ = try? regex.matches(Text(pattern))
    }
  }

  /// What takes a backtracking matcher 2 to the power of 40 steps.
  @Test func costIsLinear() throws {
    let text = Text(String(repeating: "a", count: 2_000) + "b")
    for pattern in ["(a+)+", "(a|aa)+", "(.*)(.*)(.*)(.*)c", "(a?){40}a{40}"] {
      #expect(try !Regex.compile(Text(pattern)).matches(text))
    }
  }

  @Test func operatorUsesItThroughTheCatalogue() {
    #expect(ConstantExpressions.outcome("'Alice' =~ 'A.*e'") == "true")
    #expect(ConstantExpressions.outcome("'Alice' =~ '('") == "InvalidArgumentValue")
  }
}
