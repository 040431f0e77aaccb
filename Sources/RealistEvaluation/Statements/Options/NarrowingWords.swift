import PropertyGraph

extension Narrowing.Field {
  /// The word in a statement.
  var keyword: Text { Text(rawValue.uppercased()) }

  /// What ONLY and WITHOUT choose by.
  static let selectable: [Narrowing.Field] = [.voice, .method, .document, .site]
  /// What BY splits by.
  static let groupable: [Narrowing.Field] = [.scale, .method, .site, .document]

  /// The query for all ids that can be meant; `nil` for what is no record.
  var knownNames: String? {
    switch self {
    case .voice: "MATCH (p:Participant) RETURN p.id ORDER BY p.id"
    case .method: "MATCH (m:Method) RETURN m.id ORDER BY m.id"
    case .document: "MATCH (d:Document) RETURN d.id ORDER BY d.id"
    case .site: "MATCH (s:Site) RETURN s.id ORDER BY s.id"
    case .scale: nil
    }
  }

  init?(keyword: Text) {
    guard let field = Narrowing.Field.allCases.first(where: { $0.keyword == keyword }) else {
      return nil
    }
    self = field
  }
}
