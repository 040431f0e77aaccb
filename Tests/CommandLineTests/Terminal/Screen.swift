/// What a person sees: a small terminal that understands what a line editor sends.
struct Screen {
  private(set) var columns: Int
  private var rows: [[Character]] = [[]]
  private var row = 0
  private var column = 0
  private var pending: [UInt8] = []

  init(columns: Int) { self.columns = columns }

  /// The lines, without the white space at their ends.
  var lines: [String] {
    rows.map { String($0.filter { $0 != Self.filler }.reversed().drop { $0 == " " }.reversed()) }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The line of the cursor, up to the cursor.
  var beforeCursor: String {
    String(rows[row].prefix(column).filter { $0 != Self.filler })
  }

  /// Behind a wide character, which takes two cells.
  private static let filler: Character = "\u{0}"

  mutating func resize(columns: Int) { self.columns = columns }

  mutating func take(_ bytes: [UInt8]) {
    pending += bytes
    while let length = next() { pending.removeFirst(length) }
  }

  /// Handles what stands first; gives its length, or `nil` if more has to come.
  private mutating func next() -> Int? {
    guard let first = pending.first else { return nil }
    switch first {
    case 0x0D: column = 0
    case 0x0A: moveDown()
    case 0x08: column = max(0, column - 1)
    case 0x07, 0x0F: break
    case 0x1B: return escape()
    default:
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard pending.count >= length else { return nil }
      for character in String(decoding: pending.prefix(length), as: UTF8.self) { put(character) }
      return length
    }
    return 1
  }

  private mutating func moveDown() {
    row += 1
    if row == rows.count { rows.append([]) }
  }

  private mutating func put(_ character: Character) {
    let value = character.unicodeScalars.first?.value ?? 0
    let isWide = (0x2E80...0xA4CF).contains(value) || (0xFF00...0xFF60).contains(value)
    if column + (isWide ? 2 : 1) > columns {
      column = 0
      moveDown()
    }
    for cell in isWide ? [character, Self.filler] : [character] {
      while rows[row].count <= column { rows[row].append(" ") }
      rows[row][column] = cell
      column += 1
    }
  }

  private mutating func escape() -> Int? {
    guard pending.count >= 2 else { return nil }
    guard pending[1] == UInt8(ascii: "[") else {
      // Character sets have one byte more.
      return pending[1] == UInt8(ascii: "(") ? (pending.count >= 3 ? 3 : nil) : 2
    }
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
      return nil
    }
    let numbers = String(decoding: pending[2..<end], as: UTF8.self)
    let count = Int(numbers) ?? 1
    let here = min(column, rows[row].count)
    switch pending[end] {
    case UInt8(ascii: "A"): row = max(0, row - count)
    case UInt8(ascii: "B"): for _ in 0..<count { moveDown() }
    case UInt8(ascii: "C"): column += count
    case UInt8(ascii: "D"): column = max(0, column - count)
    case UInt8(ascii: "G"): column = count - 1
    case UInt8(ascii: "K"): rows[row].removeSubrange(here...)
    case UInt8(ascii: "J"):
      rows[row].removeSubrange(here...)
      rows.removeSubrange((row + 1)...)
    case UInt8(ascii: "P"):
      rows[row].removeSubrange(here..<min(here + count, rows[row].count))
    case UInt8(ascii: "@"):
      rows[row].insert(contentsOf: Array(repeating: " ", count: count), at: here)
    default: break
    }
    return end + 1
  }
}
