import Testing

@testable import Reports

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 5, [""]), ("one two three", 7, ["one two", "three"]), ("a\nb", 9, ["a", "b"]),
    ("a\n\nb", 9, ["a", "", "b"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("t3-joint-appointments", 12, ["t3-joint-", "appointments"]), ("日本語", 4, ["日本", "語"]),
    ("  spaced   out ", 20, ["spaced out"]), ("-x- -", 20, ["-x- -"]), ("ab", 0, ["a", "b"]),
  ])
  func wrap(text: String, width: Int, lines: [String]) {
    #expect(TextWrapper.wrap(text, width: width) == lines)
  }

  @Test func balancedLinesLeaveNoWordAlone() {
    let title = "ICBs are established in law and ICPs required by it"
    #expect(TextWrapper.wrap(title, width: 26).last == "it")
    #expect(
      TextWrapper.balanced(title, width: 26)
        == ["ICBs are established", "in law and ICPs", "required by it"])
    let hyphen =
      "CQC reports give decision-makers and the public an independent assessment of areas"
    #expect(TextWrapper.wrap(hyphen, width: 26).last == "areas")
    #expect(TextWrapper.balanced(hyphen, width: 26).last != "areas")
    #expect(TextWrapper.balanced("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
  }
}
