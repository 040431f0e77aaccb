import Foundation
import PropertyGraph
import Testing

@testable import GraphQuery

/// The examples of the openCypher kit's temporal features that are `RETURN function(...)` over a
/// table, read from a checkout of the kit that `OPENCYPHER_TCK` names.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["OPENCYPHER_TCK"] != nil))
struct FunctionsTemporalKitTests {
  @Test(arguments: ["Temporal1", "Temporal2", "Temporal3", "Temporal9", "Temporal10"])
  func examples(of feature: String) throws {
    let folder = ProcessInfo.processInfo.environment["OPENCYPHER_TCK"] ?? ""
    let path = "\(folder)/features/expressions/temporal/\(feature).feature"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return }
    var count = 0
    for outline in KitOutline.outlines(in: text) {
      for example in outline.examples {
        let (expression, wanted, variables) = try outline.filled(with: example)
        count += 1
        #expect(
          ConstantExpressions.outcome(expression, variables: variables) == wanted,
          "\(feature): \(expression)")
      }
    }
    #expect(count > 0, "no example of \(feature) was read")
  }
}

/// A scenario outline of one column: `[WITH <a> AS a, ...] RETURN <expression> AS result`.
struct KitOutline {
  var query: [String]
  var examples: [[String: String]]

  static func outlines(in text: String) -> [KitOutline] {
    text.components(separatedBy: "Scenario Outline:").dropFirst().compactMap { rest in
      let part = rest.components(separatedBy: "Scenario:")[0]
      let parts = part.components(separatedBy: "\"\"\"")
      guard parts.count >= 3,
        let table = part.components(separatedBy: "Examples:").dropFirst().first
      else { return nil }
      let rows = table.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { $0.hasPrefix("|") }.map(cells)
      guard let header = rows.first, header.contains("result") else { return nil }
      let lines = parts[1].split(separator: "\n").map {
        $0.trimmingCharacters(in: .whitespaces)
      }.filter { !$0.isEmpty }
      return KitOutline(
        query: lines,
        examples: rows.dropFirst().map { row in
          Dictionary(uniqueKeysWithValues: zip(header, row))
        })
    }
  }

  private static func cells(_ line: String) -> [String] {
    line.dropFirst().dropLast().components(separatedBy: "|").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }

  func filled(
    with example: [String: String]
  ) throws -> (expression: String, wanted: String, variables: [Text: Value]) {
    var variables: [Text: Value] = [:]
    var expression = ""
    for line in query {
      var filled = line
      for (key, value) in example {
        filled = filled.replacingOccurrences(of: "<\(key)>", with: value)
      }
      guard filled.hasPrefix("WITH ") else {
        expression =
          filled.replacingOccurrences(of: "RETURN ", with: "")
          .components(separatedBy: " AS ")[0]
        continue
      }
      for item in line.dropFirst(5).components(separatedBy: ", ") {
        let parts = item.components(separatedBy: " AS ")
        let key = parts[0].trimmingCharacters(in: CharacterSet(charactersIn: "<>"))
        variables[Text(parts[1])] = try ConstantExpressions().value(example[key] ?? "null")
      }
    }
    return (expression, example["result"] ?? "", variables)
  }
}
