/// The names of one kind (labels, types or keys) in a view, with how often each is in use.
struct GraphNames {
  private(set) var names: [Text]
  private var codes: [Text: UInt32]
  /// Live records that use each name.
  var uses: [Int]

  init(_ names: [Text]) {
    self.names = names
    codes = Dictionary(
      names.enumerated().map { ($1, UInt32($0)) }, uniquingKeysWith: { first, _ in first })
    uses = [Int](repeating: 0, count: names.count)
  }

  func code(of name: Text) -> UInt32? { codes[name] }

  mutating func addingCode(of name: Text) -> UInt32 {
    if let code = codes[name] { return code }
    let code = UInt32(names.count)
    codes[name] = code
    names.append(name)
    uses.append(0)
    return code
  }

  /// The names in use in code point order.
  var namesInUse: [Text] {
    names.indices.filter { uses[$0] > 0 }.map { names[$0] }.sorted()
  }
}
