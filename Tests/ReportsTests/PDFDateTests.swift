import Testing

@testable import Reports

/// A drawing carries no clock.
@Suite("Dates in PDFs")
struct PDFDateTests {
  private func removed(_ text: String) -> String {
    String(decoding: PDFDate.removed(from: Array(text.utf8)), as: UTF8.self)
  }

  @Test("the date is blanked, and nothing moves")
  func blanked() {
    let text = "<< /Producer (cairo)\n   /CreationDate (D:20261122094345Z)\n>>\nendobj"
    let expected =
      "<< /Producer (cairo)\n   " + String(repeating: " ", count: 33) + "\n>>\nendobj"
    #expect(removed(text) == expected)
    #expect(removed(text).utf8.count == text.utf8.count)
  }

  @Test(
    "what has no date, or half of one, stays as it is",
    arguments: ["", "%PDF", "/CreationDate (", "/CreationDate (D:2026", "/CreationDat (D:2026)"])
  func unchanged(_ text: String) { #expect(removed(text) == text) }
}
