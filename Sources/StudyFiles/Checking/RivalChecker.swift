import PropertyGraph
import RealistEvaluation

/// Finds theories that make claims and have no rival, by themselves or through a theory that they
/// are part of or refine: evidence that fits one theory may fit another as well.
enum RivalChecker {
  static func check(_ contents: inout StudyContents) {
    var claiming: Set<Text> = []
    var rivalled: Set<Text> = []
    var wider: [Text: [Text]] = [:]
    for link in contents.links {
      switch link.type.name {
      case "HAS_CONFIGURATION": claiming.insert(link.from)
      case "RIVALS" where link.from != link.to: rivalled.formUnion([link.from, link.to])
      case "PART_OF", "REFINES": wider[link.from, default: []].append(link.to)
      default: break
      }
    }
    for record in contents.records where record.kind.name == "Theory" {
      guard claiming.contains(record.id) else { continue }
      var family: Set<Text> = []
      var waiting = [record.id]
      while let next = waiting.popLast() {
        if family.insert(next).inserted { waiting += wider[next] ?? [] }
      }
      guard family.isDisjoint(with: rivalled) else { continue }
      StudyChecker.report(Wording.noRival(record.id), at: record.place, in: &contents)
    }
  }
}
