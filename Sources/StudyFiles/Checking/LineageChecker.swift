import PropertyGraph
import RealistEvaluation

/// Finds items that derive from one another in a circle: nobody said it first, so that no theory can
/// be tested. Each circle is reported once, at the entry that closes it.
enum LineageChecker {
  static func check(_ contents: inout StudyContents) {
    var origins: [Text: [Int]] = [:]
    for (number, link) in contents.links.enumerated() where link.type.name == "DERIVES_FROM" {
      origins[link.from, default: []].append(number)
    }
    var done: Set<Text> = []
    for record in contents.records where origins[record.id] != nil && !done.contains(record.id) {
      follow(record.id, origins, &done, &contents)
    }
  }

  /// Walks from one item to all that it derives from. Iterative, so that long lineages cannot
  /// exhaust the stack.
  private static func follow(
    _ start: Text, _ origins: [Text: [Int]], _ done: inout Set<Text>,
    _ contents: inout StudyContents
  ) {
    var path: [(id: Text, next: Int)] = [(start, 0)]
    var open: Set<Text> = [start]
    while let (id, next) = path.last {
      guard let links = origins[id], next < links.count else {
        done.insert(id)
        open.remove(id)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let link = contents.links[links[next]]
      if open.contains(link.to) {
        let circle = path.map(\.id).drop { $0 != link.to }
        StudyChecker.report(Wording.lineageCycle(Array(circle)), at: link.place, in: &contents)
      } else if !done.contains(link.to) {
        open.insert(link.to)
        path.append((link.to, 0))
      }
    }
  }
}
