import PropertyGraph

/// The page that shows a study's theories, figures and verdicts: one HTML file without script that
/// loads nothing.
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
      </main>
      \(footer(contents))
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
    <div class="wide" role="region" aria-labelledby="verdicts" tabindex="0">
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
    \(reasoning(theory, anchors: anchors))
    </section>

    """
  }

  private static func figure(_ theory: ReportTheory) -> HTML {
    let words = "Contexts, mechanisms, configurations with their verdicts, and outcomes of"
    guard let picture = theory.picture else { return "" }
    return """
      <figure aria-label="Figure: \(words) \(theory.title). The table below says the same.">
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
      <thead><tr><th scope="col">Configuration</th><th scope="col">Computed</th>\
      <th scope="col">Evidence</th><th scope="col">Espoused and realised</th>\
      <th scope="col">Authors say</th><th scope="col">Why they differ</th></tr></thead>
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
    // The target is inside the closed argument, so that a browser opens it.
    let reasoning: HTML =
      verdict.reasoning == nil
      ? "" : "<br><a href=\"#reasoning-\(verdict.id)\">reasoning</a>"
    let readings: [HTML] = verdict.readings.map { reading in
      let place: HTML = reading.place.map { " <small>(\($0))</small>" } ?? ""
      return "<p><strong>\(reading.word)</strong>: \(reading.statement)\(place)</p>"
    }
    return """
      <tr\(anchor)><th scope="row">\(verdict.title)<br>\
      <code>\(verdict.id)</code>\(reasoning)</th>\
      <td><span class="verdict \(mark(verdict.verdict.stance))">\(verdict.verdict.words)</span>\
      \(caution)\(deciding)</td>\
      <td>\(verdict.counts.map { "<div>\($0)</div>" })</td><td>\(verdict.cell)</td>\
      <td>\(readings.isEmpty ? ["<span class=\"none\">no reading encoded</span>"] : readings)</td>\
      <td>\(verdict.readings.map { "<p>\($0.why)</p>" })</td></tr>

      """
  }

  private static func reasoning(_ theory: ReportTheory, anchors: Set<Text>) -> HTML {
    let arguments = theory.verdicts.filter { anchors.contains($0.id) }.compactMap { verdict in
      verdict.reasoning.map { text -> HTML in
        """
        <details><summary>\(verdict.id): \(verdict.verdict.words)\
        </summary><pre id="reasoning-\(verdict.id)" tabindex="0">\(text)</pre></details>

        """
      }
    }
    guard !arguments.isEmpty else { return "" }
    return "<h3>The reasoning, step by step</h3>\n\(arguments)"
  }

  // MARK: Pieces

  private static func paragraph(_ text: Text?) -> HTML {
    text.map { "<p>\($0)</p>" } ?? ""
  }

  private static func list(_ texts: [Text]) -> HTML {
    texts.isEmpty ? "" : "<ul>\(texts.map { "<li>\($0)</li>" })</ul>"
  }

  /// The class that gives a verdict its colour and its frame.
  private static func mark(_ stance: FigureVerdict.Stance) -> HTML {
    switch stance {
    case .stronglySupported, .supported, .assembled: "supported"
    case .contested: "contested"
    case .thin, .untested: "undecided"
    case .espousedOnly: "espoused"
    case .challenged, .eliminated: "challenged"
    }
  }
}
