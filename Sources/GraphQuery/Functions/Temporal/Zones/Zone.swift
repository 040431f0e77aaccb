import PropertyGraph

/// What an offset follows from: itself, or the rules of a region.
enum Zone: Sendable {
  case offset(Int32)
  case region(name: Text, rules: ZoneRules)

  static let universal = Zone.offset(0)

  /// The zone that a text names: `Z`, `+01:00` or a region such as `Europe/London`.
  init(_ text: Text) throws(EvaluationError) {
    var reader = TemporalTextReader(text)
    if let offset = try reader.offset(), reader.isAtEnd {
      self = .offset(offset)
    } else {
      self = .region(name: text, rules: try ZoneDatabase.system.rules(named: text))
    }
  }

  /// The zone of a stored date and time.
  init(offset: Int32, name: Text?) throws(EvaluationError) {
    if let name {
      self = .region(name: name, rules: try ZoneDatabase.system.rules(named: name))
    } else {
      self = .offset(offset)
    }
  }

  /// The region's name; fixed offsets have none.
  var name: Text? {
    if case .region(let name, _) = self { return name }
    return nil
  }

  /// The offset at a moment in seconds since 1970 UTC.
  func offset(at instant: Int64) -> Int32 {
    switch self {
    case .offset(let offset): offset
    case .region(_, let rules): rules.offset(at: instant)
    }
  }

  /// A local time in this zone as a value; in a gap it moves on.
  func value(at local: LocalMoment, preferring offset: Int32? = nil)
    throws(EvaluationError) -> TemporalValue
  {
    guard case .region(let name, let rules) = self else {
      return try local.value(offset: self.offset(at: 0), zone: nil)
    }
    let (offset, shift) = rules.resolve(local: local.seconds, preferring: offset)
    return try local.adding(seconds: shift, nanoseconds: 0).value(offset: offset, zone: name)
  }

  /// A moment of UTC in this zone.
  func value(atUniversal moment: LocalMoment) throws(EvaluationError) -> TemporalValue {
    let offset = offset(at: moment.seconds)
    return try moment.adding(seconds: Int64(offset), nanoseconds: 0)
      .value(offset: offset, zone: name)
  }
}
