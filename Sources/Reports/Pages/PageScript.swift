/// The one script of the page. The page reads without it: it filters tables of evidence and opens
/// or closes all arguments. Its hash stands in the page's content security policy, so that nothing
/// else can ever run, whatever a label contains.
enum PageScript {
  static let source: HTML = """

    document.documentElement.classList.add("scripted");
    for (const field of document.querySelectorAll("input[data-table]")) {
      const table = document.getElementById(field.dataset.table);
      const count = document.getElementById(field.dataset.count);
      const rows = Array.from(table.tBodies[0].rows, row => [row, row.textContent.toLowerCase()]);
      field.addEventListener("input", () => {
        const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
        let shown = 0;
        for (const [row, text] of rows) {
          row.hidden = !words.every(word => text.includes(word));
          if (!row.hidden) shown += 1;
        }
        count.textContent = shown + " of " + rows.length;
      });
    }
    for (const button of document.querySelectorAll("button[data-open]")) {
      button.addEventListener("click", () => {
        for (const part of document.querySelectorAll("details")) {
          part.open = button.dataset.open === "all";
        }
      });
    }

    """

  /// SHA-256 of the script in Base64, as browsers compute it.
  static let hash: HTML = "7x/+j5eEWphwJdMceRKGjD7ge3bVUkwOkGwCLL96uTY="
}
