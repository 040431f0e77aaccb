import ArgumentParser
import Diagnostics
import GraphQuery
import PropertyGraph
import RealistEvaluation
import Reports
import StudySession

/// One `--require` or `--require-not`, as written.
struct Requirement {
  let verdict: RequiredVerdict
  /// Whether the verdict must be that, or must not.
  let isMet: Bool
  /// Ids of theories and configurations; none means all configurations.
  let targets: [String]

  /// Reads `supported a b challenged c`: a word, then ids, and so on. Ids that are left out are
  /// those of the command.
  static func all(
    _ words: [String], isMet: Bool, targets: [String]
  ) throws(Diagnostic) -> [Requirement] {
    var requirements: [Requirement] = []
    var rest = words[...]
    while let first = rest.popFirst() {
      let verdict = try RequiredVerdict(Text(first))
      let ids = rest.prefix { !RequiredVerdict.isWord(Text($0)) }
      rest = rest.dropFirst(ids.count)
      requirements.append(
        Requirement(
          verdict: verdict, isMet: isMet, targets: ids.isEmpty ? targets : Array(ids)))
    }
    return requirements
  }

  /// `supported`, `not challenged`.
  var phrase: String { isMet ? verdict.word.string : "not \(verdict.word)" }
}

/// Holds verdicts against what is required, for scripts and CI.
struct Requirements {
  let session: StudySession
  let options: QueryOptions
  let clause: String
  let parameters: PropertyMap

  /// Prints what does not hold, and ends with 1 if anything does not. Throws `UnsoundStudy` where
  /// files are wrong: a verdict on what could be read says nothing of the study.
  func check(_ requirements: [Requirement]) throws {
    guard session.findings.errors == 0 else {
      throw Diagnostic(
        phase: .study, code: "UnsoundStudy",
        "nothing can be required of a study with \(session.findings.summary)",
        help: "`realist check` lists them")
    }
    var failures: [[Value]] = []
    var verdicts = 0
    for requirement in requirements {
      for target in requirement.targets.isEmpty ? [nil] : requirement.targets.map(Optional.some) {
        let rows = try rows(target, requirement)
        verdicts += rows.count
        if rows.isEmpty, requirement.isMet, let target {
          // A theory that claims nothing is not what was asked for.
          let nothing = columns.map { $0 == "configuration" ? Value("\(target) has none") : .null }
          failures.append([Value(requirement.phrase)] + nothing)
        }
        failures += rows.filter { !holds($0, requirement) }.map { row in
          [Value(requirement.phrase)] + row
        }
      }
    }
    if failures.isEmpty {
      Console.note(
        "\(verdicts) verdict\(verdicts == 1 ? "" : "s"), as required"
          + (verdicts == 0 ? ": there is nothing to test" : ""))
      return
    }
    Console.write(
      TableWriter.bytes(
        options.format, columns: ["required"] + columns, rows: failures,
        options: TableOptions(width: Console.width, color: Console.hasColor, nullText: "")))
    throw Ending.negative.exitCode
  }

  private var isJSON: Bool { options.format == .json || options.format == .jsonl }

  private var columns: [Text] {
    ["theory_verdict", "configuration", "verdict", "deciding_part", "deciding_verdict", "breaks"]
      + (isJSON ? ["rules_hash", "reasoning"] : ["rules"])
  }

  private func rows(_ target: String?, _ requirement: Requirement) throws -> [[Value]] {
    var parameters = parameters
    var subject = "ALL"
    if let target {
      let kind = try session.kind(of: Text(target))
      if requirement.verdict.isForTheories, kind != "THEORY" {
        throw ValidationError(
          "--require \(requirement.verdict.word) \(target): it is asked of theories, and this is "
            + "a configuration")
      }
      subject = "\(kind) $target"
      parameters["target"] = .text(Text(target))
    } else if requirement.verdict.isForTheories {
      throw ValidationError(
        "--require \(requirement.verdict.word): name the theories that it is asked of")
    }
    let list = columns.map(\.string).joined(separator: ", ")
    var rows: [[Value]] = []
    try session.run(
      Text("TEST \(subject)\(clause) YIELD \(list) RETURN \(list)"), parameters: parameters,
      limits: options.limits
    ) { result, _ in rows = result.rows }
    return requirement.verdict.isForTheories ? Array(rows.prefix(1)) : rows
  }

  private func holds(_ row: [Value], _ requirement: Requirement) -> Bool {
    let isThat: Bool
    if requirement.verdict.isForTheories {
      isThat =
        word(row[0]).flatMap(TheoryWord.init(rawValue:)).map(requirement.verdict.matches) ?? false
    } else {
      isThat =
        word(row[2]).flatMap(ConfigurationWord.init(rawValue:)).map(requirement.verdict.matches)
        ?? false
    }
    return isThat == requirement.isMet
  }

  private func word(_ value: Value) -> String? {
    if case .text(let text) = value { text.string } else { nil }
  }
}
