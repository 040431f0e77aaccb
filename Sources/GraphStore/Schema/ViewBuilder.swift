public import Diagnostics
public import PropertyGraph

/// Makes the read-only views that R, Python and database browsers use.
public struct ViewBuilder {
  /// A column of a view.
  public struct Column: Sendable, Hashable {
    /// The property.
    public var property: Text
    /// What the view calls it.
    public var name: Text
    /// Whether the property is a temporal value, of which the view shows the ISO text.
    public var isTemporal: Bool

    /// A column.
    public init(property: Text, name: Text, isTemporal: Bool = false) {
      self.property = property
      self.name = name
      self.isTemporal = isTemporal
    }
  }

  let database: Database
  let dictionaries: Dictionaries

  /// Makes the views; one of the same name is replaced. Nothing is written if all stand already.
  ///
  /// Throws `ReadOnly` and what SQLite reports.
  public func create(_ views: [(name: Text, sql: Text)]) throws(Diagnostic) {
    let known = try database.prepare(
      "SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?")
    for (name, sql) in views {
      let definition = Text("CREATE VIEW \(Self.quoted(name)) AS \(sql)")
      known.bind(1, name)
      let current = try known.step() ? known.text(0) : nil
      known.reset()
      guard current != definition else { continue }
      try database.execute("DROP VIEW IF EXISTS \(Self.quoted(name)); \(definition)")
    }
  }

  /// The SELECT of a view of the nodes with a label: `node` (the lasting number), `id`, then the
  /// columns. Properties that were never used get a code.
  public func selectNodes(label: Text, columns: [Column]) throws(Diagnostic) -> Text {
    let list = try columnList(columns.filter { $0.property != "id" }, of: "node.p")
    return Text(
      """
      SELECT node.id AS node, node.key AS id\(list) FROM node WHERE node.labels IN \
      (SELECT code FROM label_set, json_each(label_set.labels) \
      WHERE json_each.value = \(Self.literal(label)))
      """)
  }

  /// The SELECT of a view of the relationships of a type: `relationship` (the lasting number), the
  /// `id`s of both ends under the names given, then the columns.
  public func selectRelationships(
    type: Text, start: Text, end: Text, columns: [Column]
  ) throws(Diagnostic) -> Text {
    let list = try columnList(columns, of: "relationship.p")
    return Text(
      """
      SELECT relationship.id AS relationship, start_node.key AS \(Self.quoted(start)), \
      end_node.key AS \(Self.quoted(end))\(list) FROM relationship \
      JOIN node AS start_node ON start_node.id = relationship.start \
      JOIN node AS end_node ON end_node.id = relationship."end" \
      WHERE relationship.type = \(try dictionaries.code(ofType: type))
      """)
  }

  private func columnList(_ columns: [Column], of json: String) throws(Diagnostic) -> String {
    var list = ""
    for column in columns {
      let code = try dictionaries.code(ofKey: column.property)
      let path = column.isTemporal ? "$.\"\(code)\".\"$temporal\".value" : "$.\"\(code)\""
      list += ", \(json) ->> '\(path)' AS \(Self.quoted(column.name))"
    }
    return list
  }

  /// A name in double quotes.
  static func quoted(_ name: Text) -> String { "\"" + doubling("\"", in: name) + "\"" }

  /// A text in single quotes.
  static func literal(_ text: Text) -> String { "'" + doubling("'", in: text) + "'" }

  private static func doubling(_ mark: Character, in text: Text) -> String {
    text.string.split(separator: mark, omittingEmptySubsequences: false)
      .joined(separator: "\(mark)\(mark)")
  }
}

extension StoredGraph {
  /// Makes views of this file; call it outside of a write.
  public var viewBuilder: ViewBuilder {
    ViewBuilder(database: database, dictionaries: dictionaries)
  }
}
