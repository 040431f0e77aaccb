import Diagnostics
import PropertyGraph
import Testing

@testable import RealistEvaluation

@Suite struct RuleSettingsTests {
  @Test func whatIsPrintedCanBeReadBack() throws {
    var rules = Rules.standard
    rules.weights.strongRigour = 3
    rules.support.lopsided = false
    rules.independence.aliasCertainty = .certain
    rules.programme.start = "2022-07"
    rules.programme.country = "england"
    rules.appraisals.interviewOwn.verbatim = Appraisal(1, 2, 3)
    var copy = Rules.standard
    for setting in RuleSetting.all {
      if let value = setting.value(in: rules) { try setting.set(value, in: &copy) }
    }
    #expect(copy == rules)
  }

  @Test func everySettingIsAnotherOne() throws {
    #expect(Set(RuleSetting.all.map(\.path)).count == RuleSetting.all.count)
    for setting in RuleSetting.all {
      var rules = Rules.standard
      let before = setting.value(in: rules)
      let changed = (["3", "2", "false", "certain", "weak", "2020", "3/3/3"] as [Text]).first {
        $0 != before && (try? setting.set($0, in: &rules)) != nil
      }
      #expect(changed != nil, "\(setting.path)")
      let moved = RuleSetting.all.filter { $0.value(in: rules) != $0.value(in: .standard) }
      #expect(moved.map(\.path) == [setting.path])
    }
  }

  @Test func mistakesAreNamed() throws {
    let unknown = #expect(throws: Diagnostic.self) { try RuleSetting.at("weights.strong.rigor") }
    #expect(unknown?.help == "did you mean `weights.strong.rigour`?")
    var rules = Rules.standard
    for (path, value) in [
      ("weights.strong.rigour", "4"), ("support.voices", "0"), ("support.lopsided", "yes"),
      ("programme.start", "July"), ("appraisals.judgement.without", "2/1"),
      ("independence.alias-certainty", "sure"),
    ] as [(Text, Text)] {
      let setting = try RuleSetting.at(path)
      let error = #expect(throws: Diagnostic.self) { try setting.set(value, in: &rules) }
      #expect(error?.code == "InvalidRule")
    }
  }
}
