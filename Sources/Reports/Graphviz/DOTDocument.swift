/// A drawing for Graphviz: a directed graph with clusters. What is written is valid for `dot`,
/// `neato` and `fdp`, whatever the labels contain.
public struct DOTDocument: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Attributes of the drawing.
  public var attributes: DOTAttributes
  /// Attributes of every node that does not say otherwise.
  public var nodeDefaults: DOTAttributes
  /// Attributes of every edge that does not say otherwise.
  public var edgeDefaults: DOTAttributes
  /// What it holds, in the order in which it is written; Graphviz places what comes first first.
  public var statements: [DOTStatement]

  /// A drawing.
  public init(
    name: String, attributes: DOTAttributes = [:], nodeDefaults: DOTAttributes = [:],
    edgeDefaults: DOTAttributes = [:], statements: [DOTStatement] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.statements = statements
  }

  /// The text for Graphviz, as UTF-8; the same document always gives the same bytes. O(size).
  public func bytes() -> [UInt8] {
    var writer = DOTWriter()
    writer.append(self)
    return writer.bytes
  }
}

/// One thing in a drawing.
public enum DOTStatement: Sendable, Hashable {
  case node(DOTNode)
  case edge(DOTEdge)
  case cluster(DOTCluster)
  /// Nodes that stand in one rank (`dot` only; others ignore it).
  case sameRank([String])
}

/// A node. Names are unique in a drawing and may hold anything.
public struct DOTNode: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// How it looks.
  public var attributes: DOTAttributes

  /// A node.
  public init(_ name: String, _ attributes: DOTAttributes = [:]) {
    self.name = name
    self.attributes = attributes
  }
}

/// An edge between two nodes by name.
public struct DOTEdge: Sendable, Hashable {
  /// The node it starts at.
  public var tail: String
  /// The node it ends at.
  public var head: String
  /// How it looks.
  public var attributes: DOTAttributes

  /// An edge.
  public init(from tail: String, to head: String, _ attributes: DOTAttributes = [:]) {
    self.tail = tail
    self.head = head
    self.attributes = attributes
  }
}

/// Nodes that are drawn together in a box.
public struct DOTCluster: Sendable, Hashable {
  /// Its name, unique in a drawing.
  public var name: String
  /// How it looks.
  public var attributes: DOTAttributes
  /// What it holds.
  public var statements: [DOTStatement]

  /// A cluster.
  public init(_ name: String, _ attributes: DOTAttributes = [:], _ statements: [DOTStatement] = [])
  {
    self.name = name
    self.attributes = attributes
    self.statements = statements
  }
}

/// Attributes by name; the order in which they were set does not matter.
public struct DOTAttributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private(set) var entries: [Entry] = []

  struct Entry: Sendable, Hashable {
    let name: String
    var value: DOTValue
  }

  /// Attributes written in the source of the program; of equal names the last wins.
  public init(dictionaryLiteral elements: (String, DOTValue)...) {
    for (name, value) in elements { self[name] = value }
  }

  /// The value of an attribute; setting `nil` removes it. Names are those of Graphviz (ASCII).
  public subscript(name: String) -> DOTValue? {
    get { entries.first { $0.name == name }?.value }
    set {
      entries.removeAll { $0.name == name }
      guard let newValue else { return }
      let index = entries.firstIndex { $0.name > name } ?? entries.endIndex
      entries.insert(Entry(name: name, value: newValue), at: index)
    }
  }

  /// These attributes, with those of `others` in place where both have one.
  public func merging(_ others: DOTAttributes) -> DOTAttributes {
    var merged = self
    for entry in others.entries { merged[entry.name] = entry.value }
    return merged
  }
}

/// The value of an attribute.
public enum DOTValue: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  /// A text to be shown as it is: nothing in it is an escape, a tag or an entity.
  case text(String)
  /// Lines to be shown as they are.
  case lines([String], DOTAlignment = .center)
  /// A text that a viewer shows when the pointer rests on something.
  case tooltip(String)
  /// A label with styles, laid out by Graphviz.
  case markup([DOTMarkup])
  /// A word of Graphviz: a colour, a shape, a style.
  case word(String)
  /// A number.
  case number(Double)

  /// A word of Graphviz.
  public init(stringLiteral value: String) { self = .word(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }
}

/// How lines stand under each other.
public enum DOTAlignment: String, Sendable, Hashable {
  case left, center, right
}
