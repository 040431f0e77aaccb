/// Which columns of a table a terminal has room for. A column that is narrower than a few letters can
/// be printed and not read.
struct ColumnChoice {
  /// What each column needs to be readable.
  private let needs: [Int]
  private let width: Int

  init(names: [String], sample: [[String]], width: Int) {
    // Five columns of text side by side are what can be read.
    let enough = max(12, width / 5)
    needs = TerminalLayout.natural(names: names, sample: sample).map { min($0, enough) }
    self.width = width
  }

  /// Whether every column has what it needs.
  var fitsWhole: Bool { total(Array(needs.indices)) <= width }

  /// The columns to show, in their order: without those that hold nothing if need be, then as many
  /// as there is room for, from the left. At least one.
  func columns(leavingOutFirst isEmpty: [Bool]) -> [Int] {
    if fitsWhole { return Array(needs.indices) }
    let filled = needs.indices.filter { !isEmpty[$0] }
    var chosen: [Int] = []
    for column in filled.isEmpty ? Array(needs.indices) : filled
    where chosen.isEmpty || total(chosen + [column]) <= width {
      chosen.append(column)
    }
    return chosen
  }

  private func total(_ columns: [Int]) -> Int {
    columns.reduce(0) { $0 + needs[$1] } + TerminalLayout.gap * max(0, columns.count - 1)
  }
}
