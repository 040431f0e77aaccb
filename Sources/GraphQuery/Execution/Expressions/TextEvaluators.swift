import Diagnostics
import PropertyGraph

/// `STARTS WITH`, `ENDS WITH` and `CONTAINS`: unknown unless both sides are texts.
struct TextPredicateEvaluator: Evaluator {
  let operation: BinaryOperator
  let left: CompiledExpression
  let right: CompiledExpression
  let span: Span
  let context: ExecutionContext

  /// Up to here trying every place is quicker than preparing a search.
  private static let fewComparisons = 65_536

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let a = try left.evaluate(batch)
    let b = try right.evaluate(batch)
    var truths: [Truth] = []
    truths.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      guard case .text(let text) = a[row], case .text(let part) = b[row] else {
        truths.append(.unknown)
        continue
      }
      let (length, wanted) = (text.utf8.count, part.utf8.count)
      try context.budget.step(over: operation == .contains ? length : wanted)
      let isLong = operation == .contains && length > Self.fewComparisons / max(wanted, 1)
      truths.append((isLong ? try isFound(part, in: text) : holds(text, part)) ? .yes : .no)
    }
    return Column(truths: truths)
  }

  private func isFound(_ part: Text, in text: Text) throws(Diagnostic) -> Bool {
    if part.isEmpty { return true }
    var search = ByteSearch(part)
    do {
      return try search.isFound(in: text, poll: context.functions.poll)
    } catch {
      throw ExecutionWording.failed(error, span)
    }
  }

  private func holds(_ text: Text, _ part: Text) -> Bool {
    text.withBytes { bytes in
      part.withBytes { wanted in
        if wanted.isEmpty { return true }
        guard wanted.count <= bytes.count else { return false }
        switch operation {
        case .startsWith: return Self.matches(bytes, wanted, at: 0)
        case .endsWith: return Self.matches(bytes, wanted, at: bytes.count - wanted.count)
        default:
          for start in 0...(bytes.count - wanted.count)
          where bytes[start] == wanted[0] && Self.matches(bytes, wanted, at: start) {
            return true
          }
          return false
        }
      }
    }
  }

  @inline(__always)
  private static func matches(
    _ bytes: UnsafeBufferPointer<UInt8>, _ wanted: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    for offset in 0..<wanted.count where bytes[start + offset] != wanted[offset] { return false }
    return true
  }
}

/// `=~`.
struct PatternMatchEvaluator: Evaluator {
  let left: CompiledExpression
  let right: CompiledExpression
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let a = try left.evaluate(batch)
    let b = try right.evaluate(batch)
    var truths: [Truth] = []
    truths.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      guard case .text(let text) = a[row], case .text(let pattern) = b[row] else {
        truths.append(.unknown)
        continue
      }
      try context.budget.step(over: text.utf8.count * 64)
      do {
        let isMatch = try context.operators.matches(text, pattern, context.functions)
        truths.append(isMatch ? .yes : .no)
      } catch {
        throw ExecutionWording.failed(error, span)
      }
    }
    return Column(truths: truths)
  }
}

/// `value IN list`.
struct MembershipEvaluator: Evaluator {
  let left: CompiledExpression
  let right: CompiledExpression
  let span: Span
  /// The list in encoded form, where it is the same for all rows and all its elements are plain.
  private let budget: QueryBudget
  private let known: KnownList?

  init(
    left: CompiledExpression, right: CompiledExpression, span: Span, budget: QueryBudget
  ) throws(Diagnostic) {
    self.left = left
    self.right = right
    self.span = span
    self.budget = budget
    known = if let list = right.constant { try KnownList(list, budget) } else { nil }
  }

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let a = try left.evaluate(batch)
    if let known { return known.membership(of: a) }
    let b = try right.evaluate(batch)
    var truths: [Truth] = []
    truths.reserveCapacity(batch.count)
    for row in 0..<batch.count {
      switch b[row] {
      case .null: truths.append(.unknown)
      case .list(let elements):
        truths.append(try contains(elements, a[row]))
      case let value:
        throw ExecutionWording.expected("a LIST on its right", found: value, in: "`IN`", span)
      }
    }
    return Column(truths: truths)
  }

  private func contains(_ elements: [Value], _ value: Value) throws(Diagnostic) -> Truth {
    var isUnknown = false
    for element in elements {
      try budget.step(over: element.weight)
      switch element.equals(value) {
      case .some(true): return .yes
      case .none: isUnknown = true
      case .some(false): break
      }
    }
    return isUnknown ? .unknown : .no
  }
}

/// A list of numbers, texts and booleans, hashed. For these, and only these, equality is
/// equivalence and never unknown.
private struct KnownList {
  private var table = KeyTable()

  init?(_ value: Value, _ budget: QueryBudget) throws(Diagnostic) {
    guard case .list(let elements) = value, elements.count > 8 else { return nil }
    var encoder = KeyEncoder()
    for element in elements {
      try budget.step(over: element.weight)
      guard Self.isPlain(element) else { return nil }
      encoder.removeAll()
      encoder.append(element)
      _ = table.insert(encoder.bytes)
    }
  }

  func membership(of column: Column) -> Column {
    var encoder = KeyEncoder()
    return Column(
      truths: (0..<column.count).map { row in
        if column.isNull(row) { return .unknown }
        if case .float(let number) = column[row], number.isNaN { return .no }
        encoder.removeAll()
        encoder.append(column, row: row)
        return table.number(of: encoder.bytes) == nil ? .no : .yes
      })
  }

  private static func isPlain(_ value: Value) -> Bool {
    switch value {
    case .integer, .text, .boolean: true
    case .float(let number): !number.isNaN
    default: false
    }
  }
}
