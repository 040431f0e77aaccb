import GraphQuery
import PropertyGraph

/// What every realist statement can be told about the evidence it looks at and the rules it judges
/// by, as written: `AT SCALE`, `AS OF`, `ONLY`, `WITHOUT`, `BY`, `USING RULES`.
struct EvidenceOptions: Sendable {
  var scales: [Reference] = []
  var asOf: Reference?
  var only: [Narrowing.Field: [Reference]] = [:]
  var without: [Narrowing.Field: [Reference]] = [:]
  var by: Narrowing.Field?
  var rules: Reference?

  /// Words that may follow a statement, for completion.
  static let names: [Text] =
    ["AT SCALE", "AS OF"]
    + ["ONLY", "WITHOUT"].flatMap { word in
      Narrowing.Field.selectable.map { Text("\(word) \($0.keyword)") }
    }
    + Narrowing.Field.groupable.map { Text("BY \($0.keyword)") } + ["USING RULES"]

  /// Takes an argument in, if it belongs to an option.
  mutating func take(_ argument: Clause.ExtensionArgument) -> Bool {
    if case .keyword(let word) = argument.content {
      guard argument.name == "by" else { return Self.isName(argument.name) }
      by = Narrowing.Field(keyword: word)
      return true
    }
    guard Self.isName(argument.name), let reference = Reference(argument) else { return false }
    switch argument.name {
    case "scale": scales.append(reference)
    case "as-of": asOf = reference
    case "rules": rules = reference
    default:
      for field in Narrowing.Field.selectable {
        if argument.name == Self.name("only", field) { only[field, default: []].append(reference) }
        if argument.name == Self.name("without", field) {
          without[field, default: []].append(reference)
        }
      }
    }
    return true
  }

  /// The name of the arguments that `ONLY` and `WITHOUT` list for a field.
  static func name(_ prefix: Text, _ field: Narrowing.Field) -> Text {
    Text("\(prefix)-\(field.rawValue)")
  }

  private static let argumentNames: [Text] =
    ["scale", "as-of", "only", "without", "by", "rules"]
    + Narrowing.Field.selectable.flatMap { [name("only", $0), name("without", $0)] }

  private static func isName(_ name: Text) -> Bool { argumentNames.contains(name) }
}
