import PropertyGraph

/// Finds accounts that tell a whole configuration. An account is what one respondent, or one case,
/// says in one sitting; unnamed people, surveys, analyses and authors give none.
struct Threads {
  /// One supporting line of weight, of one who can give an account.
  struct Telling {
    let voice: Int32
    let sitting: Int32
    let item: Int32
  }

  /// An account that covers every required part.
  struct Account {
    let voice: Int32
    let sitting: Int32
    /// Its items, in order.
    let items: [Int32]
  }

  let facts: FactTable

  /// What is told on one part as the counter last counted it. O(lines).
  func tellings(on page: Page, _ counter: PartCounter, folding analysis: Int32) -> [Telling] {
    var tellings: [Telling] = []
    for line in page.supporting where line.weight >= .moderate {
      if counter.leftOut.items[Int(line.item)] { continue }
      for position in facts.sources(ofItem: Int(line.item)) {
        let source = facts.sources[position]
        if counter.leftOut.voices[Int(source.voice)] { continue }
        let kind = facts.kinds[Int(source.voice)]
        guard kind == .person || (kind == .site && !(source.isOwnDocument && analysis >= 0)) else {
          continue
        }
        tellings.append(
          Telling(voice: source.voice, sitting: facts.sittings[Int(line.item)], item: line.item))
      }
    }
    return tellings
  }

  /// Accounts that cover every part, by voice and sitting; one list of tellings for each part.
  func accounts(_ parts: [[Telling]]) -> [Account] {
    guard let first = parts.first else { return [] }
    var accounts: [Account] = []
    for voice in Set(first.map(\.voice)).sorted()
    where parts.allSatisfy({ $0.contains { $0.voice == voice } }) {
      accounts += self.accounts(of: voice, parts)
    }
    return accounts
  }

  private func accounts(of voice: Int32, _ parts: [[Telling]]) -> [Account] {
    let own = parts.map { part in part.filter { $0.voice == voice } }
    let sittings = Set(own.joined().map(\.sitting)).sorted()
    // Undated items belong to the only dated sitting of their place, if there is only one.
    var taken: [Int32: Int32] = [:]
    for sitting in sittings {
      let here = facts.sittingTable[Int(sitting)]
      guard !here.isDated else { continue }
      let dated = sittings.filter {
        let other = facts.sittingTable[Int($0)]
        return other.isDated && other.place == here.place
      }
      if dated.count == 1 { taken[sitting] = dated[0] }
    }
    return sittings.compactMap { sitting in
      guard taken[sitting] == nil else { return nil }
      var items: Set<Int32> = []
      for part in own {
        let told = part.filter { (taken[$0.sitting] ?? $0.sitting) == sitting }
        if told.isEmpty { return nil }
        items.formUnion(told.map(\.item))
      }
      return Account(voice: voice, sitting: sitting, items: items.sorted())
    }
  }
}

/// Where, how and when somebody said something.
struct AccountSitting: Hashable, Comparable {
  /// The same document and method are one place.
  struct Place: Hashable, Comparable {
    let document: Text?
    let method: Text?

    static func < (left: Place, right: Place) -> Bool {
      (left.document ?? "", left.method ?? "") < (right.document ?? "", right.method ?? "")
    }
  }

  let place: Place
  let date: Text?

  init(_ item: RecordedEvidence.Item) {
    place = Place(document: item.places.first?.document, method: item.methods.min())
    date = item.date
  }

  static func < (left: AccountSitting, right: AccountSitting) -> Bool {
    left.place == right.place ? (left.date ?? "") < (right.date ?? "") : left.place < right.place
  }
}
