import PropertyGraph
import Testing

@testable import GraphQuery

struct FunctionsGraphTests {
  private let graph = EmptyGraph()
  private let node = Value.node(NodeRow(0))
  private let relationship = Value.relationship(RelationshipRow(0))
  private let path = Value.path(
    Path(nodes: [NodeRow(0), NodeRow(1)], relationships: [RelationshipRow(0)]))

  private func outcome(_ name: Text, _ argument: Value) -> String {
    let context = FunctionContext(graph: graph, statementTime: 0, random: { 0 })
    guard let function = FunctionCatalogue.standard.scalar(name) else { return "unknown" }
    do {
      return ConstantExpressions.shown(try function.evaluate([argument], context))
    } catch {
      return error.code
    }
  }

  @Test func entitiesAreRead() {
    #expect(outcome("id", node) == "100")
    #expect(outcome("elementId", relationship) == "'200'")
    #expect(outcome("labels", node) == "['Animal', 'Person']")
    #expect(outcome("type", relationship) == "'KNOWS'")
    #expect(outcome("keys", node) == "['age', 'name']")
    #expect(outcome("properties", relationship) == "{since: 1833}")
    #expect(outcome("length", path) == "1")
  }

  /// The kit wants these refused with InvalidArgumentValue at run time.
  @Test func wrongValuesAreRefused() {
    #expect(outcome("labels", 1) == "InvalidArgumentValue")
    #expect(outcome("labels", relationship) == "InvalidArgumentValue")
    #expect(outcome("type", "x") == "InvalidArgumentValue")
    #expect(outcome("type", node) == "InvalidArgumentValue")
    #expect(outcome("properties", 1) == "InvalidArgumentType")
    #expect(outcome("length", node) == "InvalidArgumentType")
    #expect(outcome("nodes", [1]) == "InvalidArgumentType")
  }

  @Test func deletedEntitiesKeepOnlyTheirNumberAndType() {
    graph.deleted = [0]
    graph.deletedRelationships = [0]
    #expect(outcome("labels", node) == "DeletedEntityAccess")
    #expect(outcome("properties", node) == "DeletedEntityAccess")
    #expect(outcome("keys", relationship) == "DeletedEntityAccess")
    #expect(outcome("type", relationship) == "'KNOWS'")
    #expect(outcome("id", node) == "100")
  }

  @Test func proceduresNameWhatIsInUse() throws {
    let context = FunctionContext(graph: graph, statementTime: 0, random: { 0 })
    let shown = try Procedure.standard.map { procedure in
      let rows = try procedure.call([], context)
      return "\(procedure.name) \(procedure.outputs.map(\.name)) "
        + rows.map { ConstantExpressions.shown(.list($0)) }.joined(separator: " ")
    }
    #expect(
      shown == [
        "db.labels [label] ['Animal'] ['Person']",
        "db.relationshipTypes [relationshipType] ['KNOWS']",
        "db.propertyKeys [propertyKey] ['age'] ['name'] ['since']",
      ])
  }

  @Test func everyFunctionIsDocumented() {
    for name in FunctionCatalogue.standard.names {
      let summary =
        FunctionCatalogue.standard.scalar(name)?.summary
        ?? FunctionCatalogue.standard.aggregate(name)?.summary
      #expect(summary?.string.hasSuffix(".") == true, "\(name)")
    }
  }
}
