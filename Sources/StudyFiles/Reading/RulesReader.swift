public import Diagnostics
import PropertyGraph
public import RealistEvaluation

/// Reads a rules file: `rules: 1`, a name, and settings under the paths that `RuleSetting` lists.
/// What is left out keeps its default; what is unknown is an error, so that a typo never passes
/// for a decision.
public enum RulesReader {
  /// The version of the form that this program reads.
  public static let version = 1

  /// The rules of a file, with the SHA-256 of its bytes as their hash.
  public static func read(_ source: SourceText) throws(Diagnostic) -> Rules {
    guard let tree = try YAMLParser.parse(source) else { throw Wording.emptyRules(source) }
    guard case .mapping(let entries) = tree.content else {
      throw Wording.unexpectedShape("a rules file", expected: "a map", found: tree.shape)
        .at(tree.span, in: source)
    }
    guard let head = entries.first(where: { $0.key.scalar == "rules" }) else {
      throw Wording.emptyRules(source)
    }
    guard let version = head.value.scalar.flatMap({ Int($0) }), version > 0 else {
      throw Wording.malformedRulesVersion(known: Self.version).at(head.value.span, in: source)
    }
    guard version <= Self.version else {
      throw Wording.newerRules(version, known: Self.version).at(head.value.span, in: source)
    }
    var rules = Rules()
    rules.version = version
    for entry in entries where entry.key.scalar != "rules" {
      if entry.key.scalar == "name" {
        guard let name = entry.value.scalar, !name.isEmpty else {
          throw Wording.namelessRules().at(entry.value.span, in: source)
        }
        rules.name = Text(name)
      } else {
        try read(entry, path: entry.key.scalar ?? "", into: &rules, source)
      }
    }
    rules.hash = Text(SHA256.hexadecimal(of: source.bytes))
    return rules
  }

  private static func read(
    _ entry: YAMLTree.Entry, path: String, into rules: inout Rules, _ source: SourceText
  ) throws(Diagnostic) {
    switch entry.value.content {
    case .mapping(let entries):
      for inner in entries {
        try read(inner, path: "\(path).\(inner.key.scalar ?? "")", into: &rules, source)
      }
    case .scalar(let text, _):
      let setting: RuleSetting
      do {
        setting = try RuleSetting.at(Text(path))
      } catch {
        throw error.at(entry.key.span, in: source)
      }
      do {
        try setting.set(Text(text), in: &rules)
      } catch {
        throw error.at(entry.value.span, in: source)
      }
    case .sequence:
      throw Wording.unexpectedShape("`\(path)`", expected: "a value", found: entry.value.shape)
        .at(entry.value.span, in: source)
    }
  }
}
