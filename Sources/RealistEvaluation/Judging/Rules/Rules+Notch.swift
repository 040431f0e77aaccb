import PropertyGraph

extension Rules {
  /// Which way a notch goes.
  enum Notch: Int {
    case stricter = 1
    case looser = -1
  }

  /// The same rules with every number that they count by one step higher or lower, where the file's
  /// bounds allow: the rigour that a strong and a moderate voice need, the voices that outweigh,
  /// the ratio, the voices, methods and places of *supported* and *strongly supported*. Relevance,
  /// richness, caps and default appraisals stay: they say what evidence is, not how much is asked.
  func oneNotch(_ notch: Notch) -> Rules {
    var moved = self
    for setting in RuleSetting.all where setting.isNotched {
      guard let number = setting.value(in: self).flatMap({ Int($0.string) }) else { continue }
      // Beyond its bounds a setting stays as it is.
      try? setting.set(Text(String(number + notch.rawValue)), in: &moved)
    }
    return moved
  }
}
