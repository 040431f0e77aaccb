public import PropertyGraph

/// Whose voices are heard. A voice is chosen by what its originator is, not by who is named beside
/// an item: a group goes on speaking without one of its members.
public struct VoiceSelection: Sendable, Hashable {
  /// Only these, if given: ids of participants, or of voices (`survey:wp1.2|directors`).
  public var only: Set<Text>?
  /// Not these.
  public var without: Set<Text> = []

  /// Everybody.
  public init() {}

  /// Whether nobody is left out.
  public var isEverybody: Bool { only == nil && without.isEmpty }

  /// Whether a voice is heard, its name being what aliases made of it.
  func hears(_ voice: Voice, aliases: Aliases) -> Bool {
    if isEverybody { return true }
    if without.contains(where: { Self.names($0, voice, aliases) }) { return false }
    return only?.contains { Self.names($0, voice, aliases) } ?? true
  }

  /// A participant names the person, and the group that is one record.
  private static func names(_ name: Text, _ voice: Voice, _ aliases: Aliases) -> Bool {
    if voice.id == name { return true }
    return (voice.kind == .person || voice.kind == .group)
      && voice.key == aliases.representative(of: name)
  }
}
