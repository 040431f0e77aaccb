/// Scenarios that do not pass yet, by feature and name. The aim is an empty list.
enum KnownExclusions {
  static let names: Set<String> = []
}
