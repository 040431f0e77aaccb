import ArgumentParser
import PropertyGraph

/// What every theory test can be told about the evidence it looks at and the rules it judges by: the
/// options of the statements, as options of the command line.
struct StatementOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Only items that speak about this scale.", valueName: "scale"))
  var atScale: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Only items dated up to then.", valueName: "date"))
  var asOf: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only items of a voice, method, document or site: voice=20t3.", valueName: "field=id"))
  var only: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Leave a voice, method, document or site out: voice=20t3.", valueName: "field=id"))
  var without: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A table for each scale, method, document or site.", valueName: "field"))
  var by: String?

  @Option(
    name: .long, help: ArgumentHelp("Judge by the rules of this file.", valueName: "file"))
  var rules: String?

  private static let fields = ["voice", "method", "document", "site"]
  private static let groups = ["scale", "method", "document", "site"]

  func validate() throws {
    for (option, choices) in [("--only", only), ("--without", without)] {
      for choice in choices where Self.parts(of: choice) == nil {
        throw ValidationError(
          "\(option) \(choice): write field=id, the field one of "
            + Self.fields.joined(separator: ", "))
      }
    }
    if let by, !Self.groups.contains(by) {
      throw ValidationError("--by \(by): write one of \(Self.groups.joined(separator: ", "))")
    }
  }

  /// The options as a statement has them, with the parameters that hold their values.
  var clause: (text: String, parameters: PropertyMap) {
    var text = ""
    var parameters = PropertyMap()
    func parameter(_ value: String) -> String {
      let name = "option_\(parameters.count)"
      parameters[Text(name)] = .text(Text(value))
      return "$\(name)"
    }
    if !atScale.isEmpty {
      text += " AT SCALE " + atScale.map(parameter).joined(separator: ", ")
    }
    if let asOf { text += " AS OF \(parameter(asOf))" }
    for (word, choices) in [("ONLY", only), ("WITHOUT", without)] {
      for (field, id) in choices.compactMap(Self.parts) {
        text += " \(word) \(field.uppercased()) \(parameter(id))"
      }
    }
    if let by { text += " BY \(by.uppercased())" }
    if let rules { text += " USING RULES \(parameter(rules))" }
    return (text, parameters)
  }

  private static func parts(of choice: String) -> (field: String, id: String)? {
    guard let equals = choice.firstIndex(of: "=") else { return nil }
    let field = String(choice[..<equals])
    let id = String(choice[choice.index(after: equals)...])
    return fields.contains(field) && !id.isEmpty ? (field, id) : nil
  }
}
