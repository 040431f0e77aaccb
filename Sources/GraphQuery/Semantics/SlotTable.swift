import PropertyGraph

/// All slots of a statement while it is analysed and planned. A slot is written once: a variable
/// that a later clause binds anew gets a slot of its own, one that is only renamed keeps its slot.
final class SlotTable {
  /// What is known of a slot.
  struct Entry {
    /// The variable's name; anonymous slots have none.
    var name: Text?
    /// What its values are.
    var type: InferredType
    /// Labels that a node surely has, or the types that a relationship may have.
    var names: [Text] = []
    /// Whether it may hold null in a row.
    var mayBeNull: Bool
    /// Whether anything reads it.
    var isRead = false
  }

  /// Whether a function with changing results is called anywhere.
  var isNondeterministic = false
  /// By slot index.
  private(set) var entries: [Entry] = []

  /// A fresh slot.
  func make(
    _ type: InferredType, name: Text? = nil, names: [Text] = [], mayBeNull: Bool = false
  ) -> Slot {
    entries.append(Entry(name: name, type: type, names: names, mayBeNull: mayBeNull))
    return Slot(entries.count - 1)
  }

  /// What is known of a slot.
  subscript(slot: Slot) -> Entry {
    get { entries[slot.index] }
    set { entries[slot.index] = newValue }
  }
}
