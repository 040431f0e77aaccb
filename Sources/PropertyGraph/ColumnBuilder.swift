/// Collects values into a column, typed as long as all values that are not null share a type.
public struct ColumnBuilder: Sendable {
  private var values: [Value] = []

  /// A builder with room for `capacity` rows.
  public init(capacity: Int = 0) {
    values.reserveCapacity(capacity)
  }

  /// Adds a row.
  public mutating func append(_ value: Value) {
    values.append(value)
  }

  /// Number of rows so far.
  public var count: Int { values.count }

  /// The column.
  public consuming func finish() -> Column {
    Self.column(of: values)
  }

  /// The narrowest column that holds the values.
  static func column(of values: [Value]) -> Column {
    var tag: Tag?
    var hasNull = false
    for value in values {
      let own = Tag(value)
      if own == .null {
        hasNull = true
      } else if tag == nil {
        tag = own
      } else if tag != own {
        return Column(.any(values), count: values.count)
      }
    }
    guard let tag, tag != .other else {
      return tag == nil
        ? .null(count: values.count) : Column(.any(values), count: values.count)
    }
    let validity = hasNull ? values.map { !$0.isNull } : nil
    return Column(storage(of: values, as: tag), validity: validity, count: values.count)
  }

  private static func storage(of values: [Value], as tag: Tag) -> Column.Storage {
    switch tag {
    case .boolean: .boolean(values.map { if case .boolean(let x) = $0 { x } else { false } })
    case .integer: .integer(values.map { if case .integer(let x) = $0 { x } else { 0 } })
    case .float: .float(values.map { if case .float(let x) = $0 { x } else { 0 } })
    case .text: .text(values.map { if case .text(let x) = $0 { x } else { "" } })
    case .node: .node(values.map { if case .node(let x) = $0 { x } else { NodeRow(0) } })
    case .relationship:
      .relationship(
        values.map { if case .relationship(let x) = $0 { x } else { RelationshipRow(0) } })
    case .null, .other: .any(values)
    }
  }

  private enum Tag {
    case null, boolean, integer, float, text, node, relationship, other

    init(_ value: Value) {
      switch value {
      case .null: self = .null
      case .boolean: self = .boolean
      case .integer: self = .integer
      case .float: self = .float
      case .text: self = .text
      case .node: self = .node
      case .relationship: self = .relationship
      default: self = .other
      }
    }
  }
}
