public import PropertyGraph

/// The JSON Schema of a rules file, made from the table of settings, so that the two cannot drift.
public enum RulesSchema {
  /// The schema (draft 2020-12) as a value.
  public static let value: Value = .map([
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Rules of the theory tests",
    "description": "Thresholds that every verdict names. What is left out keeps its default.",
    "type": "object", "additionalProperties": false, "required": ["rules"],
    "properties": .map(properties),
  ])

  private static var properties: PropertyMap {
    var properties = tree(RuleSetting.all.map { ($0.path.string.split(separator: "."), $0) })
    properties["rules"] = .map([
      "description": "Version of the form of this file.", "const": .integer(Int64(Rules().version)),
    ])
    properties["name"] = .map([
      "description": "What to call these rules on every report.", "type": "string", "minLength": 1,
    ])
    return properties
  }

  private typealias Branch = (path: [Substring], setting: RuleSetting)

  /// Settings by the first word of their paths.
  private static func tree(_ branches: [Branch]) -> PropertyMap {
    var properties = PropertyMap()
    var done: Set<Text> = []
    for (path, setting) in branches {
      guard let first = path.first, done.insert(Text(String(first))).inserted else { continue }
      if path.count == 1 {
        properties[Text(String(first))] = .map(schema(setting))
        continue
      }
      let inner = branches.filter { $0.path.first == first }
        .map { Branch(path: Array($0.path.dropFirst()), setting: $0.setting) }
      properties[Text(String(first))] = .map([
        "type": "object", "additionalProperties": false, "properties": .map(tree(inner)),
      ])
    }
    return properties
  }

  private static func schema(_ setting: RuleSetting) -> PropertyMap {
    var schema: PropertyMap = ["description": Value(setting.meaning)]
    switch setting.shape {
    case .number(let range):
      schema["type"] = "integer"
      schema["minimum"] = .integer(Int64(range.lowerBound))
      schema["maximum"] = .integer(Int64(range.upperBound))
    case .flag: schema["type"] = "boolean"
    case .words(let words): schema["enum"] = .list(words.map { .text($0) })
    case .date:
      // A year alone is a number in YAML.
      schema["type"] = ["string", "integer"]
      schema["pattern"] = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
    case .site:
      schema["type"] = "string"
      schema["minLength"] = 1
    case .appraisal:
      schema["type"] = "string"
      schema["pattern"] = "^[0-3]/[0-3]/[0-3]$"
    }
    if let value = setting.value(in: .standard) {
      schema["default"] = standard(value, setting.shape)
    }
    return schema
  }

  private static func standard(_ value: Text, _ shape: RuleSetting.Shape) -> Value {
    switch shape {
    case .number: Int64(value.string).map { .integer($0) } ?? .text(value)
    case .flag: .boolean(value == "true")
    default: .text(value)
    }
  }
}
