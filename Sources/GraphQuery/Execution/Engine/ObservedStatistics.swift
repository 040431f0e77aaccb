import PropertyGraph

/// Counts of a graph for the planner, remembering what was asked: a cached plan is good as long as
/// none of the counts that it rests on has moved tenfold.
final class ObservedStatistics: GraphStatistics {
  /// A count that a plan rests on.
  enum Question: Hashable {
    case nodes(Text?)
    case relationships(Text?)
  }

  private let graph: any GraphAccess
  private(set) var answers: [Question: Double] = [:]

  init(_ graph: any GraphAccess) { self.graph = graph }

  func nodeCount(label: Text?) -> Double { answer(.nodes(label)) }
  func relationshipCount(type: Text?) -> Double { answer(.relationships(type)) }
  func hasIndex(label: Text?, key: Text) -> Bool { graph.hasIndex(label: label, key: key) }

  private func answer(_ question: Question) -> Double {
    if let known = answers[question] { return known }
    let count = Self.count(question, graph)
    answers[question] = count
    return count
  }

  private static func count(_ question: Question, _ graph: any GraphAccess) -> Double {
    switch question {
    case .nodes(nil): return Double(graph.nodeCount(label: nil))
    case .nodes(let label?):
      return graph.labelCode(label).map { Double(graph.nodeCount(label: $0)) } ?? 0
    case .relationships(nil): return Double(graph.relationshipCount(type: nil))
    case .relationships(let type?):
      return graph.typeCode(type).map { Double(graph.relationshipCount(type: $0)) } ?? 0
    }
  }

  /// Whether the answers still hold, give or take a factor of ten.
  static func hold(_ answers: [Question: Double], in graph: any GraphAccess) -> Bool {
    answers.allSatisfy { question, before in
      let now = count(question, graph) + 10
      let then = before + 10
      return now < then * 10 && then < now * 10
    }
  }
}
