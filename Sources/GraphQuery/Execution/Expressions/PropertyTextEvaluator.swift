import Diagnostics
import PropertyGraph

/// `n.key = 'text'` and `n.key <> 'text'` over nodes: bytes are compared where they stand, no texts
/// are made of them.
struct PropertyTextEvaluator: Evaluator {
  let subject: CompiledExpression
  let key: Text
  let text: Text
  let isNegated: Bool
  /// The same comparison for everything else.
  let general: ComparisonEvaluator
  let graph: any GraphAccess

  func evaluate(_ batch: Batch) throws(Diagnostic) -> Column {
    let column = try subject.evaluate(batch)
    if case .node(let rows) = column.storage, column.validity == nil,
      let code = graph.keyCode(key),
      let flags = try graph.nodeProperty(code, of: rows, equals: text)
    {
      guard isNegated, case .boolean(let cells) = flags.storage else { return flags }
      return Column(.boolean(cells.map { !$0 }), validity: flags.validity, count: flags.count)
    }
    return try general.evaluate(batch)
  }
}
