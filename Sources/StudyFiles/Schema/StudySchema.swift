public import PropertyGraph
public import RealistEvaluation

/// The JSON Schema of study files, made from the vocabulary, so that an editor completes and checks
/// what the reader reads. What `check` calls unfinished is legal here.
public struct StudySchema {
  private let vocabulary: Vocabulary

  private init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The schema (draft 2020-12) of every file in `Graph/` but the rules, which have one of their
  /// own. O(kinds × links).
  public static func value(of vocabulary: Vocabulary) -> Value {
    StudySchema(vocabulary).file
  }

  private var file: Value {
    .map([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A file of a realist study",
      "description":
        "A theory with its configurations, a document with its evidence, or sections of records.",
      "type": "object",
      "if": .map(["required": ["realist"]]), "then": reference("study.yaml"),
      "else": .map([
        "if": .map(["required": ["theory"]]), "then": reference("theory-file"),
        "else": .map([
          "if": .map(["required": ["document"]]), "then": reference("document-file"),
          "else": reference("sections"),
        ]),
      ]),
      "$defs": .map(definitions),
    ])
  }

  private var definitions: PropertyMap {
    var all: PropertyMap = [
      "id": .map([
        "description": "Lower-case letters, digits, - and ., unique in the study.",
        "type": ["string", "integer"], "pattern": "^[a-z0-9][a-z0-9.-]*$",
      ]),
      "text": .map(["type": ["string", "number", "boolean"]]),
      "study.yaml": settings,
      "sections": closed(sections),
      "theory-file": headed("Theory"),
      "document-file": headed("Document"),
    ]
    for kind in vocabulary.kinds {
      var record = object(recordFields(of: kind))
      record["description"] = .text(kind.meaning)
      all[kind.name] = .map(record)
    }
    return all
  }

  // MARK: Files

  private var settings: Value {
    let text: Value = .map(["type": "string"])
    let names: Value = .map(["type": "array", "items": text])
    let kind = closed([
      "key": text, "section": text, "meaning": text, "properties": names,
    ])
    let link = closed([
      "from": names, "to": names, "key": text, "meaning": text, "properties": names,
    ])
    return closed([
      "realist": .map([
        "description": "Version of the form of the files.",
        "const": .integer(Int64(Vocabulary.version)),
      ]),
      "title": text, "description": text,
      "kinds": .map(["type": "object", "additionalProperties": kind]),
      "links": .map(["type": "object", "additionalProperties": link]),
    ])
  }

  private var sections: PropertyMap {
    var sections = PropertyMap()
    for kind in vocabulary.kinds {
      sections[kind.section] = .map([
        "description": .text(kind.meaning), "type": ["object", "null"],
        "propertyNames": reference("id"), "additionalProperties": reference(kind.name),
      ])
    }
    return sections
  }

  /// A file that begins with a record: its own keys, and sections.
  private func headed(_ name: Text) -> Value {
    guard let kind = vocabulary.kind(named: name) else { return closed(sections) }
    var fields = sections
    fields[kind.key] = reference("id")
    for (key, field) in recordFields(of: kind) { fields[key] = field }
    return closed(fields)
  }

  // MARK: Records

  private func recordFields(of kind: Kind) -> PropertyMap {
    var fields = propertyFields(kind.properties)
    var done: Set<Text> = []
    for type in vocabulary.linkTypes(ownedBy: kind.name) where done.insert(type.key).inserted {
      let types = vocabulary.linkTypes(ownedBy: kind.name, key: type.key)
      var forms = types.map { closed(linkFields($0, ownedBy: kind)) }
      if types.count == 1, type.referenceKey == nil { forms.insert(reference("id"), at: 0) }
      let entry: Value = forms.count == 1 ? forms[0] : .map(["anyOf": .list(forms)])
      fields[type.key] = .map([
        "description": Value(types.map(\.meaning.string).joined(separator: " / ")),
        "anyOf": [entry, .map(["type": "array", "items": entry])],
      ])
    }
    return fields
  }

  private func linkFields(_ type: LinkType, ownedBy kind: Kind) -> PropertyMap {
    var fields = propertyFields(type.properties)
    if let key = type.referenceKey {
      fields[key] = reference("id")
      return fields
    }
    let targets = type.targets(whenOwnedBy: kind.name)
    for target in vocabulary.kinds where targets.isEmpty || targets.contains(target.name) {
      // Where every kind may stand, a property of that name wins.
      if targets.isEmpty, type.property(key: target.key) != nil { continue }
      fields[target.key] = reference("id")
    }
    return fields
  }

  private func propertyFields(_ properties: [Property]) -> PropertyMap {
    var fields = PropertyMap()
    for property in properties {
      var schema = Self.schema(of: property.type)
      if !property.meaning.isEmpty { schema["description"] = .text(property.meaning) }
      if let value = property.defaultValue { schema["default"] = .text(value) }
      fields[property.key] = .map(schema)
    }
    return fields
  }

  private static func schema(of type: PropertyType) -> PropertyMap {
    switch type {
    case .text: return ["$ref": "#/$defs/text"]
    case .number: return ["type": "number"]
    case .boolean: return ["type": "boolean"]
    case .oneOf(let words): return ["enum": .list(words.map { .text($0) })]
    case .textList:
      let text: Value = .map(["$ref": "#/$defs/text"])
      return ["anyOf": [text, .map(["type": "array", "items": text])]]
    case .date:
      // A year alone is a number in YAML.
      return ["type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"]
    case .integer(let bounds):
      var schema: PropertyMap = ["type": "integer"]
      if let bounds, bounds.lowerBound > .min { schema["minimum"] = .integer(bounds.lowerBound) }
      if let bounds, bounds.upperBound < .max { schema["maximum"] = .integer(bounds.upperBound) }
      return schema
    }
  }

  // MARK: Shapes

  private func reference(_ name: Text) -> Value {
    .map(["$ref": Value("#/$defs/\(name)")])
  }

  private func object(_ fields: PropertyMap) -> PropertyMap {
    ["type": "object", "additionalProperties": false, "properties": .map(fields)]
  }

  private func closed(_ fields: PropertyMap) -> Value { .map(object(fields)) }
}
