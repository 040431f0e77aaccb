import Diagnostics
import PropertyGraph

/// `[x IN list WHERE predicate | result]`.
struct ListComprehensionEvaluator: Evaluator {
  let element: Slot
  let list: CompiledExpression
  let predicate: CompiledExpression?
  let result: CompiledExpression?
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let flattening = try ListFlattening(
      try list.evaluate(batch), in: "a list comprehension", list.span)
    var results = flattening.lists.map { $0 == nil ? nil : [Value]() }
    let slots = Set((predicate?.slots ?? []) + (result?.slots ?? [])).sorted()
    let budget = context.budget
    do {
      try flattening.forEachPiece(of: batch, element: element, slots: slots, context: context) {
        (piece) throws(Diagnostic) in
        var rows = piece.rows
        var kept = piece.batch
        if let predicate {
          let mark = budget.heldBytes
          let truths = try predicate.evaluate(kept).truths(predicate.span)
          budget.letGo(downTo: mark)
          let chosen = truths.indices.filter { truths[$0] == .yes }.map(UInt32.init)
          kept = kept.gather(chosen)
          rows = chosen.map { rows[Int($0)] }
        }
        var column = kept[element]
        if let result { column = try result.evaluate(kept) }
        try budget.hold(
          MemoryEstimate.growing(rows.count, MemoryLayout<Value>.stride),
          for: "a list comprehension")
        for (position, row) in rows.enumerated() { results[Int(row)]?.append(column[position]) }
      }
    } catch {
      budget.leave((results, flattening))
      throw error
    }
    let lists = results.map { $0.map(Value.list) ?? .null }
    for list in lists { budget.keep(list) }
    return Column(.any(lists), count: batch.count)
  }
}

/// `all | any | none | single (x IN list WHERE predicate)`.
struct QuantifierEvaluator: Evaluator {
  let quantifier: Quantifier
  let element: Slot
  let list: CompiledExpression
  let predicate: CompiledExpression
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let flattening = try ListFlattening(
      try list.evaluate(batch), in: "a list predicate", list.span)
    do {
      return try allAtOnce(flattening, batch)
    } catch  where !error.isFinal {
      return try oneByOne(flattening, batch)
    }
  }

  /// Evaluates the predicate on every element.
  private func allAtOnce(
    _ flattening: ListFlattening, _ batch: Batch
  ) throws(Diagnostic) -> Column {
    var counts = [Counts](repeating: Counts(), count: batch.count)
    try flattening.forEachPiece(
      of: batch, element: element, slots: predicate.slots, context: context
    ) { (piece) throws(Diagnostic) in
      let mark = context.budget.heldBytes
      let truths = try predicate.evaluate(piece.batch).truths(predicate.span)
      context.budget.letGo(downTo: mark)
      for (position, row) in piece.rows.enumerated() { counts[Int(row)].add(truths[position]) }
    }
    return verdicts(flattening, counts)
  }

  /// Stops at the element that settles the row, so that an error in a later one does not surface.
  private func oneByOne(
    _ flattening: ListFlattening, _ batch: Batch
  ) throws(Diagnostic) -> Column {
    var counts = [Counts](repeating: Counts(), count: batch.count)
    for (row, list) in flattening.lists.enumerated() {
      guard let list else { continue }
      var single = batch.gather([UInt32(row)], only: predicate.slots.filter { $0 != element })
      for value in list {
        try context.budget.step()
        single[element] = .constant(value, count: 1)
        let mark = context.budget.heldBytes
        counts[row].add(try predicate.evaluate(single).truths(predicate.span)[0])
        context.budget.letGo(downTo: mark)
        if isSettled(counts[row]) { break }
      }
    }
    return verdicts(flattening, counts)
  }

  /// How many elements gave which answer.
  private struct Counts {
    var yes = 0
    var no = 0
    var unknown = 0

    mutating func add(_ truth: Truth) {
      switch truth {
      case .yes: yes += 1
      case .no: no += 1
      case .unknown: unknown += 1
      }
    }
  }

  private func isSettled(_ counts: Counts) -> Bool {
    switch quantifier {
    case .all: counts.no > 0
    case .any, .none: counts.yes > 0
    case .single: counts.yes > 1
    }
  }

  private func verdicts(_ flattening: ListFlattening, _ counts: [Counts]) -> Column {
    Column(
      truths: zip(flattening.lists, counts).map { list, counts in
        list == nil ? .unknown : verdict(counts)
      })
  }

  private func verdict(_ counts: Counts) -> Truth {
    switch quantifier {
    case .all: counts.no > 0 ? .no : (counts.unknown > 0 ? .unknown : .yes)
    case .any: counts.yes > 0 ? .yes : (counts.unknown > 0 ? .unknown : .no)
    case .none: counts.yes > 0 ? .no : (counts.unknown > 0 ? .unknown : .yes)
    case .single:
      counts.yes > 1 ? .no : (counts.unknown > 0 ? .unknown : (counts.yes == 1 ? .yes : .no))
    }
  }
}

/// `reduce(accumulator = initial, x IN list | result)`: the k-th elements of all rows together.
struct ReduceEvaluator: Evaluator {
  let accumulator: Slot
  let initial: CompiledExpression
  let element: Slot
  let list: CompiledExpression
  let result: CompiledExpression
  let span: Span
  let context: ExecutionContext

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let flattening = try ListFlattening(try list.evaluate(batch), in: "`reduce`", list.span)
    let start = try initial.evaluate(batch)
    var values = (0..<batch.count).map { flattening.lists[$0] == nil ? Value.null : start[$0] }
    let outer = result.slots.filter { $0 != element && $0 != accumulator }
    var open = (0..<UInt32(batch.count)).map { $0 }
    var position = 0
    let budget = context.budget
    let mark = budget.heldBytes
    do {
      while true {
        open = open.filter { position < flattening.lists[Int($0)]?.count ?? 0 }
        if open.isEmpty { break }
        try budget.step(open.count)
        var step = batch.gather(open, only: outer)
        step[accumulator] = Column(values: open.map { values[Int($0)] })
        step[element] = Column(
          values: open.map { flattening.lists[Int($0)]?[position] ?? .null })
        let column = try result.evaluate(step)
        for (index, row) in open.enumerated() { values[Int(row)] = column[index] }
        position += 1
        // Only the last values are left of what was built.
        budget.letGo(downTo: mark)
        try budget.hold(
          values.reduce(0) { $0 + MemoryEstimate.shallowHeapBytes(of: $1) }, for: "`reduce`")
      }
    } catch {
      budget.leave((values, flattening))
      throw error
    }
    return Column(values: values)
  }
}
