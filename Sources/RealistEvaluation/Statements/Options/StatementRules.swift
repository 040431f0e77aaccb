public import Diagnostics
public import PropertyGraph

/// Gives the rules of a file that `USING RULES` names.
public typealias RulesOfFile = @Sendable (_ file: Text) throws(Diagnostic) -> Rules

/// The rules that a statement judges by: the study's own, or those of a file that it names.
struct StatementRules: Sendable {
  let own: Rules
  let read: RulesOfFile?

  /// The rules in force. Throws `option.using-rules` where files cannot be read.
  func rules(_ reference: Reference?, _ parameters: PropertyMap) throws(Diagnostic) -> Rules {
    guard let reference else { return own }
    let file = try reference.id(in: parameters)
    guard let read else {
      throw Wording.rulesCannotBeRead(file).at(reference.span, in: nil)
    }
    return try read(file)
  }
}
