import PropertyGraph

/// The sections of a theory below its table of verdicts.
struct ReportEvidenceSections {
  let theory: ReportTheory
  /// Configurations whose anchor stands here.
  let anchors: Set<Text>

  var html: HTML {
    """
    \(parts)
    \(evidence)
    \(contrasts)
    \(gaps)
    """
  }

  // MARK: Parts

  private var parts: HTML {
    let shown = theory.verdicts.filter { anchors.contains($0.id) && !$0.parts.isEmpty }
    guard !shown.isEmpty else { return "" }
    return """
      <h3 id="parts-\(theory.id)">Part by part</h3>
      \(shown.map(argument))
      """
  }

  private func argument(_ verdict: ReportVerdict) -> HTML {
    """
    <details id="argument-\(verdict.id)"><summary>\(verdict.title): \(verdict.verdict.words)\
    </summary>
    <div class="wide" role="region" aria-label="Parts of \(verdict.id)" tabindex="0">
    <table><thead><tr><th scope="col">Part</th><th scope="col">Verdict</th>\
    <th scope="col">Who speaks, in which items</th></tr></thead>
    <tbody>
    \(verdict.parts.map(part))</tbody></table></div>
    \(verdict.sensitivity.isEmpty
      ? "" : "<p>How firm it is:</p><ul>\(verdict.sensitivity.map { "<li>\($0)</li>" })</ul>")
    </details>

    """
  }

  private func part(_ part: ReportPart) -> HTML {
    """
    <tr><th scope="row">\(part.title)<br><code>\(part.name)</code></th>\
    <td><span class="verdict \(ReportPage.mark(part.verdict.stance))">\(part.verdict.words)</span>\
    <br><small>\(part.why)</small></td>\
    <td>\(part.sides.map(side))</td></tr>

    """
  }

  private func side(_ side: ReportPart.Side) -> HTML {
    let voices = side.voices.map { voice -> HTML in
      let items = voice.items.enumerated().map { index, id -> HTML in
        "\(index == 0 ? "" : ", ")<a href=\"#evidence-\(id)\">\(id)</a>"
      }
      return voice.name.isEmpty ? "<li>\(items)</li>" : "<li>\(voice.name): \(items)</li>"
    }
    return "<p><strong>\(side.name)</strong></p><ul>\(voices)</ul>"
  }

  // MARK: Evidence

  private var evidence: HTML {
    guard !theory.items.isEmpty else { return "" }
    let table: HTML = "evidence-of-\(theory.id)"
    return """
      <h3 id="\(table)-heading">Evidence</h3>
      <p class="filter"><label>Show only items with \
      <input type="search" data-table="\(table)" data-count="\(table)-count" autocomplete="off">\
      </label> <span id="\(table)-count" role="status">\(theory.items.count) items</span></p>
      <div class="wide" role="region" aria-label="Evidence on \(theory.title)" tabindex="0">
      <table id="\(table)"><thead><tr><th scope="col">Item</th><th scope="col">Statement</th>\
      <th scope="col">Source</th><th scope="col">Place</th></tr></thead>
      <tbody>
      \(theory.items.map(item))</tbody></table></div>
      """
  }

  private func item(_ item: ReportItem) -> HTML {
    """
    <tr id="evidence-\(item.id)"><th scope="row"><code>\(item.id)</code></th>\
    <td>\(item.statement)</td><td>\(item.source)<br><small>\(item.date); \(item.nature)</small></td>\
    <td>\(item.places.map { "<div>\($0)</div>" })</td></tr>

    """
  }

  // MARK: Contrasts and gaps

  private var contrasts: HTML {
    guard !theory.contrasts.isEmpty else { return "" }
    return """
      <h3>Mechanisms across contexts</h3>
      <div class="wide" role="region" aria-label="Contrasts of \(theory.title)" tabindex="0">
      <table><thead><tr><th scope="col">Mechanism</th><th scope="col">Context</th>\
      <th scope="col">Looked at</th><th scope="col">Reading</th></tr></thead>
      <tbody>
      \(theory.contrasts.map { contrast -> HTML in
        """
        <tr><th scope="row">\(contrast.mechanism)</th><td>\(contrast.context)</td>\
        <td>\(contrast.observed)</td><td><strong>\(contrast.reading)</strong><br>\
        <small>\(contrast.why)</small></td></tr>

        """
      })</tbody></table></div>
      """
  }

  private var gaps: HTML {
    guard !theory.gaps.isEmpty else { return "" }
    return """
      <h3>What the evidence leaves open</h3>
      <ol>
      \(theory.gaps.map { gap -> HTML in
        """
        <li><strong>\(gap.kind)</strong>\
        \(gap.changes > 0 ? " (an answer would change \(gap.changes) of the verdicts)" : "")\
        : \(gap.question) <small>\(gap.ask)</small></li>

        """
      })</ol>
      """
  }
}
