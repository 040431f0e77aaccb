import Diagnostics
import PropertyGraph
import Testing

@testable import GraphQuery

/// Every message that running a statement can end with, as a person sees it.
@Suite struct RuntimeMessageTests {
  private static let parameters: PropertyMap = [
    "negative": -1, "float": 1.5, "ones": [1], "text": "a", "one": 1, "none": nil,
    "maps": .list([.map(["a": 1])]),
  ]

  @Test(
    arguments: ExpectedMessage.runtimeValues + ExpectedMessage.runtimeChanges
      + ExpectedMessage.runtimeFunctions)
  func reads(_ expected: ExpectedMessage) throws {
    let isUnsupported = expected.code.hasPrefix("regex.")
    try expected.check(
      Run.error(expected.query, parameters: Self.parameters),
      isUnsupported ? .unsupported : .runtime)
  }

  // MARK: Limits

  private static let limits = QueryLimits(bytes: QueryLimits.mebibyte, resultBytes: 4_096)

  @Test(arguments: [
    (
      "UNWIND range(1, 2000) AS x RETURN 'a long enough text ' + x AS y", "ResultTooLarge",
      "the result takes more than 4096 bytes",
      "add a LIMIT, return less of each row, or raise the limit"
    ),
    (
      "RETURN size(range(1, 1000000)) AS x", "MemoryLimit",
      "`range` needs more than the statement's memory limit of 1 MiB", memoryHelp
    ),
    (
      "RETURN size(reduce(s = 'ab', x IN range(1, 30) | s + s)) AS x", "MemoryLimit",
      "`+` needs more than the statement's memory limit of 1 MiB", memoryHelp
    ),
    (
      "RETURN size(replace('aaaaaaaaaaaaaaaa', 'a', $long)) AS x", "MemoryLimit",
      "`replace` needs more than the statement's memory limit of 1 MiB", memoryHelp
    ),
  ])
  func limits(_ query: String, _ code: String, _ message: String, _ help: String) {
    let long = Text(String(repeating: "x", count: 100_000))
    let error = Run.error(query, parameters: ["long": .text(long)], limits: Self.limits)
    #expect(error?.code == code)
    #expect(error?.message == message)
    #expect(error?.help == help)
  }

  private static let memoryHelp =
    "bound variable-length patterns, filter earlier, or raise the limit"

  // MARK: What needs surroundings

  @Test func aRegularExpressionNestedTooDeep() {
    let deep = String(repeating: "(", count: 300) + "a" + String(repeating: ")", count: 300)
    let error = Run.error("RETURN 'a' =~ $deep AS x", parameters: ["deep": .text(Text(deep))])
    #expect(
      error?.message == "groups of the regular expression '" + String(repeating: "(", count: 60)
        + "…' are nested deeper than 200")
  }

  @Test func thePastCannotBeChanged() throws {
    let engine = Run.engine()
    engine.openRevision = { (_) throws(Diagnostic) in GraphView() }
    let error = #expect(throws: Diagnostic.self) { try engine.run("AT REVISION 1 CREATE ()") }
    #expect(error?.code == "InvalidClauseComposition")
    #expect(error?.message == "AT REVISION reads the past, which cannot be changed")
    #expect(error?.help == "leave AT REVISION out, or the clauses that change the graph")
  }

  @Test func aProcedureThatFails() throws {
    struct Reason: Error, CustomStringConvertible { let description = "the disk is gone" }
    let procedure = Procedure(name: "disk.read", inputs: [], outputs: []) { _, _ in throw Reason() }
    let engine = QueryEngine(
      graph: GraphView(), catalogue: Catalogue(functions: .standard, procedures: [procedure]))
    let error = #expect(throws: Diagnostic.self) { try engine.run("CALL disk.read()") }
    #expect(error?.code == "ProcedureCallFailed")
    #expect(error?.message == "`disk.read` failed: the disk is gone")
  }

  @Test func zonesThatCannotBeRead() {
    let missing = TemporalWording.noZones("Europe/London", "/usr/share/zoneinfo")
    #expect(
      missing.message
        == "the rules of 'Europe/London' cannot be read: this system has no time zones in "
        + "/usr/share/zoneinfo")
    #expect(
      missing.help == "install the package tzdata; UTC and offsets such as +01:00 work without it")
    let damaged = TemporalWording.damagedZone("Europe/London", "London")
    #expect(damaged.message == "the rules of 'Europe/London' cannot be read: London is damaged")
    #expect(damaged.help == "reinstall the package tzdata")
  }
}
