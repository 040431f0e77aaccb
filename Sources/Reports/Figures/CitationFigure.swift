public import PropertyGraph

/// Which document cites which.
public struct CitationFigure {
  /// Documents that it shows unless a person says otherwise.
  public static let mostNodes = 60

  private let records: StudyRecords
  private let options: FigureOptions

  /// A map of a graph.
  public init(_ graph: any GraphAccess, options: FigureOptions = FigureOptions()) {
    records = StudyRecords(graph)
    self.options = options
  }

  /// The drawing. Beyond the limit, documents that only one other cites fold into a count on it;
  /// then those with the fewest citations are left out and counted. O(documents + citations).
  public func drawing() -> Drawing {
    let documents = records.all("Document")
    let links = records.links(from: documents, "CITES").filter { $0.from != $0.to }
    var degree: [NodeRow: Int] = [:]
    for link in links {
      degree[link.from, default: 0] += 1
      degree[link.to, default: 0] += 1
    }
    let linked = documents.filter { degree[$0] != nil }
    var shown = Set(linked)
    var folded: [NodeRow: Int] = [:]
    var notes: [Text] = []
    if linked.count < documents.count {
      notes.append(Text("Left out: \(documents.count - linked.count) documents without citations."))
    }
    let limit = options.nodeLimit(else: Self.mostNodes)
    if shown.count > limit {
      let citing = Set(links.map(\.from))
      for link in links where degree[link.to] == 1 && !citing.contains(link.to) {
        shown.remove(link.to)
        folded[link.from, default: 0] += 1
      }
      let count = linked.count - shown.count
      notes.append(Text("Folded into counts (n): \(count) documents that only one other cites."))
      if shown.count > limit {
        let order = linked.filter(shown.contains).enumerated().sorted {
          let (left, right) = (degree[$0.element] ?? 0, degree[$1.element] ?? 0)
          return left == right ? $0.offset < $1.offset : left > right
        }
        shown = Set(order.prefix(limit).map(\.element))
        notes.append(
          Text("Left out: \(order.count - shown.count) documents with the fewest citations."))
      }
    }
    let nodes = linked.filter(shown.contains).map { row -> DrawingNode in
      let date = records.text("date", of: row)
      return DrawingNode(
        id: name(row), kind: .document, title: records.title(of: row),
        notes: [records.text("body", of: row), date].compactMap { $0 },
        badges: folded[row].map { [DrawingNode.Badge(.other, $0)] } ?? [],
        address: records.text("address", of: row))
    }
    var seen: Set<[NodeRow]> = []
    let edges = links.filter {
      shown.contains($0.from) && shown.contains($0.to) && seen.insert([$0.from, $0.to]).inserted
    }.map { link in
      DrawingEdge(
        from: name(link.from), to: name(link.to), .cites,
        tooltip: Text("\(name(link.from)) cites \(name(link.to))"))
    }
    return Drawing(
      sort: "citation-figure", id: "citations", title: options.title,
      spokenTitle: "Which document cites which",
      frames: [
        Drawing.Frame(
          id: "documents", sort: "citations",
          columns: [Drawing.Column(id: "documents", isRanked: false, nodes: nodes)], edges: edges)
      ], notes: notes)
  }

  private func name(_ row: NodeRow) -> Text {
    records.id(of: row) ?? Text("document-\(row.index)")
  }
}
