import Diagnostics
import PropertyGraph

/// A conjunction or disjunction: each part is evaluated only for rows that earlier parts leave
/// open, so that `n:Person AND 1 / n.x > 2` fails where row by row it would.
struct JunctionEvaluator: Evaluator {
  let parts: [CompiledExpression]
  /// The value that settles a row: false for AND, true for OR.
  let settling: Truth

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let neutral: Truth = settling == .no ? .yes : .no
    var results = [Truth](repeating: neutral, count: batch.count)
    var open = (0..<UInt32(batch.count)).map { $0 }
    for part in parts {
      let truths = try part.evaluate(batch, at: open).truths(part.span)
      var stillOpen: [UInt32] = []
      stillOpen.reserveCapacity(open.count)
      for (position, row) in open.enumerated() {
        let truth = truths[position]
        if truth == settling {
          results[Int(row)] = settling
        } else {
          if truth == .unknown { results[Int(row)] = .unknown }
          stillOpen.append(row)
        }
      }
      open = stillOpen
      if open.isEmpty { break }
    }
    return Column(truths: results)
  }
}

/// `NOT`.
struct NotEvaluator: Evaluator {
  let operand: CompiledExpression

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let truths = try operand.evaluate(batch).truths(operand.span)
    return Column(
      truths: truths.map { $0 == .unknown ? .unknown : ($0 == .yes ? .no : .yes) })
  }
}

/// `XOR`.
struct ExclusiveOrEvaluator: Evaluator {
  let left: CompiledExpression
  let right: CompiledExpression

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let a = try left.evaluate(batch).truths(left.span)
    let b = try right.evaluate(batch).truths(right.span)
    return Column(
      truths: zip(a, b).map {
        $0 == .unknown || $1 == .unknown ? .unknown : ($0 == $1 ? .no : .yes)
      })
  }
}

/// `CASE`, with or without a subject.
struct ConditionalEvaluator: Evaluator {
  let subject: CompiledExpression?
  let branches: [(condition: CompiledExpression, result: CompiledExpression)]
  let otherwise: CompiledExpression?

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let subjects = try subject?.evaluate(batch)
    var assembly = ColumnAssembly(count: batch.count)
    var open = (0..<UInt32(batch.count)).map { $0 }
    for branch in branches {
      let conditions = try branch.condition.evaluate(batch, at: open)
      var taken: [UInt32] = []
      var rest: [UInt32] = []
      if let subjects {
        for (position, row) in open.enumerated() {
          if subjects[Int(row)].equals(conditions[position]) == true {
            taken.append(row)
          } else {
            rest.append(row)
          }
        }
      } else {
        let truths = try conditions.truths(branch.condition.span)
        for (position, row) in open.enumerated() {
          if truths[position] == .yes { taken.append(row) } else { rest.append(row) }
        }
      }
      if !taken.isEmpty {
        assembly.place(try branch.result.evaluate(batch, at: taken), at: taken)
      }
      open = rest
      if open.isEmpty { break }
    }
    if let otherwise, !open.isEmpty {
      assembly.place(try otherwise.evaluate(batch, at: open), at: open)
    }
    return assembly.finish()
  }
}

/// `coalesce(a, b, ...)`: later arguments are evaluated only where all earlier ones are null.
struct CoalesceEvaluator: Evaluator {
  let parts: [CompiledExpression]

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    var assembly = ColumnAssembly(count: batch.count)
    var open = (0..<UInt32(batch.count)).map { $0 }
    for part in parts {
      let column = try part.evaluate(batch, at: open)
      assembly.place(column, at: open)
      open = open.enumerated().filter { column.isNull($0.offset) }.map(\.element)
      if open.isEmpty { break }
    }
    return assembly.finish()
  }
}
