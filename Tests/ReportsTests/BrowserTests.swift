import Glibc
import GraphTesting
import PropertyGraph
import Reports
import Subprocess
import Testing

/// The page in a browser: hostile texts run nothing, and the page's own script does its work.
/// Chromium is not needed to use the program; where it is absent these tests are skipped.
@Suite(.serialized, .enabled("Chromium is not installed") { Browser.program != nil })
struct BrowserTests {
  private static let attacks: [String] = [
    "<script>document.documentElement.dataset.ran = 1</script>",
    "\"><img src=x onerror=\"document.documentElement.dataset.ran = 2\">",
    "'><svg onload='document.documentElement.dataset.ran = 3'>",
    "</title></style></script><script>document.documentElement.dataset.ran = 4</script>",
    "javascript:document.documentElement.dataset.ran=5",
    "--> ]]> </details></table><script>document.documentElement.dataset.ran = 6</script>",
  ]

  /// A page with the attack in every place that takes a text, its figure drawn by Graphviz.
  private func page(_ attack: String) async throws -> String {
    let text = Text(attack)
    var theory = ReportTheory(
      id: text, title: text, statement: text, word: text, facts: [text],
      picture: Array(
        try await Graphviz.svg(DrawingTests.drawing(attack).dot(FigureOptions(footer: text))).utf8),
      files: [ReportFile(label: text, name: text)],
      verdicts: [
        ReportVerdict(
          id: text, title: text,
          claim: ReportVerdict.Claim(contexts: [text], mechanisms: [text], outcomes: [text]),
          verdict: FigureVerdict(.contested, text), caution: text, deciding: text, counts: [text],
          cell: text, readings: [ReportReading(word: text, statement: text, why: text)])
      ])
    theory.items = [
      ReportItem(id: text, statement: text, source: text, places: [text], date: text, nature: text)
    ]
    let contents = ReportContents(
      title: text, description: text, rules: text, caution: text, footer: text, notices: [text],
      theories: [theory], method: [text],
      sources: [ReportSource(id: text, title: text, details: text, address: text, items: 1)])
    return String(decoding: ReportPage.bytes(of: contents), as: UTF8.self)
  }

  @Test(.needsGraphviz, arguments: attacks)
  func nothingRunsFromAText(attack: String) async throws {
    let safe = try await page(attack)
    let seen = try await Browser.page(of: safe)
    #expect(seen.contains("class=\"scripted\""))
    #expect(!seen.contains("data-ran"))
    // Nor does it without the page's policy: texts are escaped, not only forbidden to run.
    let lines = safe.split(separator: "\n", omittingEmptySubsequences: false)
    let open = lines.filter { !$0.contains("Content-Security-Policy") }
    #expect(open.count == lines.count - 1)
    #expect(!(try await Browser.page(of: open.joined(separator: "\n"))).contains("data-ran"))
  }

  @Test func aScriptThatIsNotThePagesOwnWouldBeSeen() async throws {
    let page = "<html><body><script>document.documentElement.dataset.ran = 1</script></body></html>"
    #expect(try await Browser.page(of: page).contains("data-ran=\"1\""))
  }
}

/// Chromium without a window.
enum Browser {
  /// The program, if there is one on the path.
  static let program: String? = {
    let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":")
    for name in ["chromium", "chromium-browser", "google-chrome"] {
      for folder in folders where access("\(folder)/\(name)", X_OK) == 0 {
        return name
      }
    }
    return nil
  }()

  struct Failure: Error {
    var reason: String
  }

  /// What a page is after it was loaded and its scripts have run.
  static func page(of html: String) async throws -> String {
    guard let program else { throw Failure(reason: "no browser") }
    let folder = try TemporaryFolder()
    let file = folder.file("page.html")
    guard let stream = fopen(file, "w") else { throw Failure(reason: "no file") }
    fputs(html, stream)
    fclose(stream)
    let result = try await Subprocess.run(
      .name(program),
      arguments: [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.file("profile"))", "--virtual-time-budget=2000", "--dump-dom",
        "file://\(file)",
      ], input: .none, output: .string(limit: 1 << 24), error: .discarded)
    withExtendedLifetime(folder) {}
    let text = result.standardOutput
    guard text.contains("<html") else { throw Failure(reason: "the browser gave no page") }
    return text
  }
}
