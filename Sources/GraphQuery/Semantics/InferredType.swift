/// What is known of a value before execution. Unlike ``StaticType`` it knows the elements of lists,
/// so that `[x IN ['a'] WHERE x % 2 = 0]` is refused where it is written.
indirect enum InferredType: Hashable, Sendable {
  case any, null, boolean, integer, float, number, text, map, node, relationship, path, temporal
  case list(InferredType)

  /// The type that a function declares.
  init(_ type: StaticType) {
    switch type {
    case .any: self = .any
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .number: self = .number
    case .text: self = .text
    case .list: self = .list(.any)
    case .map: self = .map
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    case .temporal: self = .temporal
    }
  }

  /// The narrowest type that holds values of both.
  func joined(with other: InferredType) -> InferredType {
    if self == other { return self }
    switch (self, other) {
    case (.null, let type), (let type, .null): return type
    case (.integer, .float), (.float, .integer), (.number, .integer), (.integer, .number),
      (.number, .float), (.float, .number):
      return .number
    case (.list(let left), .list(let right)): return .list(left.joined(with: right))
    default: return .any
    }
  }

  /// The type of the elements, if this may be a list.
  var element: InferredType {
    if case .list(let element) = self { return element }
    return .any
  }

  /// Whether nothing is known, so that only execution can tell.
  var isOpen: Bool { self == .any || self == .null }

  /// Whether a value of this type may be used where a boolean is wanted.
  var mayBeBoolean: Bool { isOpen || self == .boolean }

  /// Whether a value of this type may be used where a number is wanted.
  var isNumeric: Bool {
    switch self {
    case .integer, .float, .number: true
    default: false
    }
  }

  /// Whether a value of this type may be used where a list is wanted.
  var mayBeList: Bool {
    if case .list = self { return true }
    return isOpen
  }

  /// Whether a value of this type can fit a function's parameter.
  func mayFit(_ parameter: StaticType) -> Bool {
    if isOpen { return true }
    switch parameter {
    case .any: return true
    case .null: return false
    case .list: return mayBeList
    case .float, .number: return isNumeric
    case .integer: return self == .integer || self == .number
    case .boolean, .text, .map, .node, .relationship, .path, .temporal:
      return self == InferredType(parameter)
    }
  }

  /// How a message calls a value of this type.
  var phrase: String {
    switch self {
    case .any: "a value"
    case .null: "null"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .float: "a float"
    case .number: "a number"
    case .text: "a string"
    case .map: "a map"
    case .node: "a node"
    case .relationship: "a relationship"
    case .path: "a path"
    case .temporal: "a temporal value"
    case .list(.relationship): "a list of relationships"
    case .list(.node): "a list of nodes"
    case .list: "a list"
    }
  }
}

extension StaticType {
  /// How a message calls a value of this type.
  var phrase: String { InferredType(self).phrase }
}
