import PropertyGraph

/// The page that shows a study's theories, figures, verdicts and evidence: one HTML file that loads
/// nothing and reads without its one script.
public enum ReportPage {
  /// The page as UTF-8; the same contents always give the same bytes. O(size of the contents).
  public static func bytes(of contents: ReportContents) -> [UInt8] {
    // A configuration of two theories stands on the page twice, and has its anchor once.
    var anchored: Set<Text> = []
    let sections = contents.theories.map { theory in
      section(
        theory, anchors: Set(theory.verdicts.map(\.id).filter { anchored.insert($0).inserted }))
    }
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.hash)'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(contents.title)</title>
      <style>
      \(PageStyle.sheet)
      </style>
      </head>
      <body>
      <a class="skip" href="#verdicts">Skip to the verdicts</a>
      \(header(contents))
      <main>
      \(overview(contents.theories))
      \(sections)
      \(method(contents))
      \(sources(contents))
      </main>
      \(footer(contents))
      <script>\(PageScript.source)</script>
      </body>
      </html>

      """
    return Array(page.markup.utf8)
  }

  // MARK: Around

  private static func header(_ contents: ReportContents) -> HTML {
    """
    <header>
    <h1>\(contents.title)</h1>
    \(paragraph(contents.description))
    <p class="caution">Read this first: \(contents.caution)</p>
    \(contents.notices.map { "<p class=\"notice\">\($0)</p>\n" })
    <p class="rules">Rules: \(contents.rules)</p>
    </header>
    """
  }

  private static func footer(_ contents: ReportContents) -> HTML {
    """
    <footer>
    <p>\(contents.caution)</p>
    <p>Rules: \(contents.rules)</p>
    \(paragraph(contents.footer))
    </footer>
    """
  }

  private static func overview(_ theories: [ReportTheory]) -> HTML {
    """
    <section aria-labelledby="verdicts">
    <h2 id="verdicts">Theories at a glance</h2>
    <p class="folding"><button type="button" data-open="all">Open all parts</button>
    <button type="button" data-open="none">Close all parts</button></p>
    <div class="wide" role="region" aria-label="Table of theories" tabindex="0">
    <table>
    <thead><tr><th scope="col">Theory</th><th scope="col">Verdict</th><th scope="col">\
    Configurations</th></tr></thead>
    <tbody>
    \(theories.map { theory in
      """
      <tr><th scope="row"><a href="#theory-\(theory.id)">\(theory.title)</a></th>\
      <td>\(theory.word)</td><td>\(theory.verdicts.count)</td></tr>

      """
    })</tbody>
    </table>
    </div>
    </section>
    """
  }

  // MARK: Method and sources

  private static func method(_ contents: ReportContents) -> HTML {
    guard !contents.method.isEmpty else { return "" }
    return """
      <section aria-labelledby="method">
      <h2 id="method">How verdicts are reached</h2>
      \(contents.method.map { "<p>\($0)</p>\n" })
      </section>
      """
  }

  private static func sources(_ contents: ReportContents) -> HTML {
    guard !contents.sources.isEmpty else { return "" }
    return """
      <section aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul>
      \(contents.sources.map { source -> HTML in
        let title: HTML =
          SafeAddress(source.address).map { "<a href=\"\($0.text)\">\(source.title)</a>" }
          ?? "\(source.title)"
        return """
          <li id="source-\(source.id)">\(title) <small>\(source.details)</small> \
          <code>\(source.id)</code>: \(source.items) item\(source.items == 1 ? "" : "s")</li>

          """
      })</ul>
      </section>
      """
  }

  // MARK: One theory

  private static func section(_ theory: ReportTheory, anchors: Set<Text>) -> HTML {
    """
    <section class="theory" aria-labelledby="theory-\(theory.id)">
    <h2 id="theory-\(theory.id)">\(theory.title)</h2>
    <p class="word">Verdict on the theory: <strong>\(theory.word)</strong></p>
    \(paragraph(theory.statement))
    \(list(theory.facts))
    \(figure(theory))
    \(files(theory))
    \(table(theory, anchors: anchors))
    \(ReportEvidenceSections(theory: theory, anchors: anchors).html)
    </section>

    """
  }

  private static func figure(_ theory: ReportTheory) -> HTML {
    let words = "Contexts, mechanisms, configurations with their verdicts, and outcomes of"
    guard let picture = theory.picture else { return "" }
    return """
      <figure id="figure-\(theory.id)" aria-label="Figure: \(words) \(theory.title). The table below says the same.">
      <div class="wide" role="region" aria-label="Figure of \(theory.title)" tabindex="0">
      \(InlinePicture.html(picture))
      </div>
      <figcaption>\(words) “\(theory.title)”. The verdicts are in the table below in words.\
      </figcaption>
      </figure>
      """
  }

  private static func files(_ theory: ReportTheory) -> HTML {
    let links = theory.files.compactMap { file -> HTML? in
      guard let address = SafeAddress(file.name) else { return nil }
      return
        "<li><a href=\"\(address.text)\">\(file.label)<span class=\"hidden\"> of the figure of \(theory.title)</span></a></li>"
    }
    return links.isEmpty ? "" : "<ul class=\"files\" aria-label=\"Files\">\(links)</ul>"
  }

  private static func table(_ theory: ReportTheory, anchors: Set<Text>) -> HTML {
    guard !theory.verdicts.isEmpty else {
      return "<p>No configuration: nothing pairs a mechanism with an outcome here.</p>"
    }
    return """
      <div class="wide" role="region" aria-label="Verdicts on \(theory.title)" tabindex="0">
      <table class="verdicts">
      <caption>Verdicts on the configurations of \(theory.title)</caption>
      <thead><tr><th scope="col">Configuration</th><th scope="col">Context</th>\
      <th scope="col">Mechanism</th><th scope="col">Outcome</th><th scope="col">Computed</th>\
      <th scope="col">Evidence and voices</th>\
      <th scope="col">Authors say, and why it differs</th></tr></thead>
      <tbody>
      \(theory.verdicts.map { row($0, isAnchor: anchors.contains($0.id)) })</tbody>
      </table>
      </div>
      """
  }

  private static func row(_ verdict: ReportVerdict, isAnchor: Bool) -> HTML {
    let anchor: HTML = isAnchor ? " id=\"configuration-\(verdict.id)\"" : ""
    let caution: HTML = verdict.caution.map { "<br><small>\($0)</small>" } ?? ""
    let deciding: HTML = verdict.deciding.map { "<br><small>decided by \($0)</small>" } ?? ""
    let reasoning: HTML =
      verdict.parts.isEmpty ? "" : "<br><a href=\"#argument-\(verdict.id)\">part by part</a>"
    let readings: [HTML] = verdict.readings.map { reading in
      let place: HTML = reading.place.map { " <small>(\($0))</small>" } ?? ""
      return """
        <p><strong>\(reading.word)</strong>: \(reading.statement)\(place)</p>\
        <p><small>\(reading.why)</small></p>
        """
    }
    return """
      <tr\(anchor)><th scope="row">\(verdict.title)<br>\
      <code>\(verdict.id)</code>\(reasoning)</th>\
      <td>\(named(verdict.claim.contexts))</td><td>\(named(verdict.claim.mechanisms))</td>\
      <td>\(named(verdict.claim.outcomes))</td>\
      <td><span class="verdict \(mark(verdict.verdict.stance))">\(verdict.verdict.words)</span>\
      \(caution)\(deciding)</td>\
      <td>\(lines(verdict.counts + (verdict.cell.isEmpty ? [] : [verdict.cell])))</td>\
      <td>\(readings.isEmpty ? ["<span class=\"none\">no reading encoded</span>"] : readings)\
      </td></tr>

      """
  }

  // MARK: Pieces

  private static func lines(_ texts: [Text]) -> [HTML] {
    texts.map { "<div>\($0)</div>" }
  }

  private static func named(_ texts: [Text]) -> [HTML] {
    texts.isEmpty ? ["<span class=\"none\">none named</span>"] : lines(texts)
  }

  private static func paragraph(_ text: Text?) -> HTML {
    text.map { "<p>\($0)</p>" } ?? ""
  }

  private static func list(_ texts: [Text]) -> HTML {
    texts.isEmpty ? "" : "<ul>\(texts.map { "<li>\($0)</li>" })</ul>"
  }

  /// The class that gives a verdict its colour and its frame.
  static func mark(_ stance: FigureVerdict.Stance) -> HTML {
    switch stance {
    case .stronglySupported, .supported, .assembled: "supported"
    case .contested: "contested"
    case .thin, .untested: "undecided"
    case .espousedOnly: "espoused"
    case .challenged, .eliminated: "challenged"
    }
  }
}
