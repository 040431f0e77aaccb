import PropertyGraph

extension Drawing {
  /// The drawing without anything that tells who said what. O(size).
  public func redacted(by redaction: Redaction) -> Drawing {
    var drawing = self
    var names: [Text: Text] = [:]
    for (number, node) in nodes.enumerated() {
      let clean = redaction.text(node.id)
      // Two respondents of one group stay two nodes.
      names[node.id] = clean == node.id ? node.id : Text("respondent-\(number + 1)")
    }
    func edge(_ edge: DrawingEdge) -> DrawingEdge {
      var clean = edge
      clean.from = names[edge.from] ?? edge.from
      clean.to = names[edge.to] ?? edge.to
      clean.label = edge.label.map(redaction.text)
      clean.tooltip = redaction.text(edge.tooltip)
      return clean
    }
    drawing.id = redaction.text(id)
    drawing.title = title.map(redaction.text)
    drawing.spokenTitle = redaction.text(spokenTitle)
    drawing.edges = edges.map(edge)
    drawing.frames = frames.map { frame in
      var clean = frame
      clean.id = redaction.text(frame.id)
      clean.title = frame.title.map(redaction.text)
      clean.subtitle = frame.subtitle.map(redaction.text)
      clean.edges = frame.edges.map(edge)
      clean.columns = frame.columns.map { column in
        var clean = column
        clean.nodes = column.nodes.map { self.node($0, named: names[$0.id], redaction) }
        return clean
      }
      return clean
    }
    drawing.notes += redaction.notes
    return drawing
  }

  private func node(
    _ node: DrawingNode, named name: Text?, _ redaction: Redaction
  ) -> DrawingNode {
    var clean = node
    clean.id = name ?? node.id
    let isItem = node.id.string.hasPrefix("item/")
    let item = isItem ? Text(String(node.id.string.dropFirst(5))) : node.id
    if let reason = redaction.reason(toHide: item) {
      clean.title = reason
      clean.tooltip = reason
      clean.notes = []
      return clean
    }
    clean.title = redaction.text(node.title)
    clean.tooltip = redaction.text(node.tooltip)
    clean.notes = node.notes.map(redaction.text)
    clean.lines = node.lines.map { DrawingNode.Line(redaction.text($0.words), $0.verdict) }
    clean.address = node.address.map(redaction.text)
    return clean
  }
}
