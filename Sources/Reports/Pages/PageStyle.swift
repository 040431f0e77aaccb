/// How the page looks, on a screen and on paper.
enum PageStyle {
  static let sheet: HTML = """
    :root { --ink: #1a1a1a; --soft: #595959; --line: #c9c9c5; --band: #f5f5f2; --link: #00507f; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1.25rem 3rem; background: #fff;
      color: var(--ink); font: 1rem/1.5 Helvetica, Arial, "Liberation Sans", sans-serif; }
    h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .5rem; }
    h2 { font-size: 1.5rem; line-height: 1.25; margin: 2.5rem 0 .5rem; }
    h3 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
    p { margin: .4rem 0; max-width: 48rem; }
    a { color: var(--link); }
    a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 3px solid #00609c;
      outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { position: static; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    .caution, .notice { border-left: .3rem solid #5e4c00; background: #faf6e6;
      padding: .5rem .75rem; }
    .notice { border-color: #b34400; background: #fdf1ea; }
    .rules, small, figcaption, footer, .none { color: var(--soft); font-size: .875em; }
    h1, h2, h3, p, li, summary, footer, code { overflow-wrap: anywhere; }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .9rem; }
    caption { text-align: left; font-weight: bold; padding: .25rem 0; }
    th, td { border-top: 1px solid var(--line); padding: .5rem .6rem; text-align: left;
      vertical-align: top; }
    thead th { background: var(--band); border-top: 0; }
    tbody th { font-weight: normal; min-width: 9em; }
    td p { margin: 0 0 .4rem; }
    .verdicts td { min-width: 7em; }
    .verdicts td:nth-child(7) { min-width: 12em; }
    .verdicts td div + div { margin-top: .3rem; }
    code, pre { font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .85em; }
    code { color: var(--soft); }
    pre { white-space: pre-wrap; background: var(--band); padding: .75rem; }
    tr:target { background: #fffbe0; }
    .verdict { font-weight: bold; border-left: .3rem solid; padding-left: .4rem;
      display: inline-block; }
    .supported { color: #00609c; }
    .contested { color: #8a3b7a; border-left-style: dashed; }
    .undecided { color: #5c5c5c; border-left-style: dotted; }
    .espoused { color: #5e4c00; border-left-style: double; }
    .challenged { color: #b34400; }
    .theory { content-visibility: auto; contain-intrinsic-size: auto 3000px; }
    figure { margin: 1rem 0; }
    figure svg { max-width: 100%; height: auto; display: block; }
    .files { list-style: none; padding: 0; display: flex; gap: 1rem; margin: .5rem 0; }
    .filter, .folding { display: none; }
    .scripted .filter, .scripted .folding { display: block; }
    input, button { font: inherit; padding: .2rem .4rem; border: 1px solid #767676;
      background: #fff; color: var(--ink); }
    input:focus-visible, button:focus-visible { outline: 3px solid #00609c; outline-offset: 2px; }
    td ul, td p { margin: .1rem 0; padding-left: 1rem; }
    td p { padding-left: 0; }
    details { margin: .4rem 0; }
    summary { cursor: pointer; }
    footer { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: .5rem; }
    @media (max-width: 50rem) { figure svg { max-width: none; } }
    @media print {
      @page { size: A4; margin: 14mm; }
      body { max-width: none; padding: 0; font-size: 9.5pt; }
      .skip, .files, .filter, .folding { display: none !important; }
      .theory { break-before: page; content-visibility: visible; }
      .wide { overflow: visible; }
      figure { break-inside: avoid; }
      figure svg { max-width: 100%; max-height: 190mm; margin: 0 auto; }
      tr { break-inside: avoid; }
      thead { display: table-header-group; }
      table { font-size: 8pt; }
      h2, h3, caption { break-after: avoid; }
      a { color: inherit; text-decoration: none; }
    }
    """
}
