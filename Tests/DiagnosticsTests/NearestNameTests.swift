import Diagnostics
import Testing

/// A suggestion is near, or there is none.
@Suite struct NearestNameTests {
  private static let functions = ["count", "size", "substring", "toUpper", "toLower", "type"]

  @Test(arguments: [
    // A slip of the pen.
    ("toUper", "toUpper"), ("TOUPPER", "toUpper"), ("tpye", "type"), ("siz", "size"),
    ("substrng", "substring"), ("toUppper", "toUpper"),
    // A beginning, and what goes on.
    ("substr", "substring"), ("sizeOf", "size"), ("toUpperCase", "toUpper"),
    // Nothing that looks like it.
    ("point", nil), ("file", nil), ("x", nil), ("", nil), ("distance", nil), ("counter", "count"),
    ("typewriting", nil),
  ])
  func ofFunctions(_ written: String, _ meant: String?) {
    #expect(NearestName.of(written, among: Self.functions) == meant)
  }

  @Test func ofTwoAsNearTheFirstInOrder() {
    #expect(NearestName.of("cat", among: ["car", "bat"]) == "bat")
    #expect(NearestName.of("to", among: ["toUpper", "toLower"]) == nil)
  }

  @Test(arguments: [
    ("t3-subsid", "did you mean `t3-subsidiarity`?"),
    ("t3-subsidarity", "did you mean `t3-subsidiarity`?"),
    ("t3", "known ids: t1-trust, t3-leadership, t3-subsidiarity"),
    ("t3-", "ids that begin so: t3-leadership, t3-subsidiarity"),
    ("t1-trusting", "did you mean `t1-trust`?"),
    ("other", "known ids: t1-trust, t3-leadership, t3-subsidiarity"),
  ])
  func help(_ written: String, _ help: String) {
    let ids = ["t3-subsidiarity", "t1-trust", "t3-leadership"]
    #expect(NearestName.help(for: written, among: ids, called: "ids") == help)
  }

  @Test func aLongListIsCut() {
    let names = (1...12).map { "name-\($0 + 10)" }
    #expect(
      NearestName.help(for: "other", among: names, called: "names")
        == "known names: name-11, name-12, name-13, name-14, name-15, name-16, name-17, name-18, "
        + "… (12 in all)")
    #expect(NearestName.help(for: "other", among: [], called: "names") == nil)
  }
}
