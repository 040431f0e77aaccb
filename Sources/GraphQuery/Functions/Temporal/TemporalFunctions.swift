import Glibc
import PropertyGraph

/// Functions that make temporal values. The constructors take nothing (the present moment), a map
/// of fields, a text or another temporal value.
enum TemporalFunctions {
  static let all: [ScalarFunction] =
    family("date", "A date", TemporalConstructors.date)
    + family("localtime", "A time of day without an offset", TemporalConstructors.localTime)
    + family("time", "A time of day with an offset", TemporalConstructors.time)
    + family(
      "localdatetime", "A date and time without an offset", TemporalConstructors.localDateTime)
    + family("datetime", "A date and time in a zone", TemporalConstructors.dateTime)
    + [
      truncation("date", [.date]) { (truncation, _) throws(EvaluationError) in
        try truncation.date()
      },
      truncation("localtime", [.time]) { (truncation, _) throws(EvaluationError) in
        try truncation.localTime()
      },
      truncation("time", [.time, .zone]) { (truncation, moment) throws(EvaluationError) in
        try truncation.time(at: moment)
      },
      truncation("localdatetime", [.date, .time]) { (truncation, _) throws(EvaluationError) in
        try truncation.localDateTime()
      },
      truncation("datetime", [.date, .time, .zone]) { (truncation, _) throws(EvaluationError) in
        try truncation.dateTime()
      },
      ScalarFunction(
        name: "datetime.fromepoch", arity: 2...2, parameters: [[.integer]], result: .temporal,
        summary: "The moment so many seconds and nanoseconds after 1970 UTC.",
        evaluate: fromEpoch),
      ScalarFunction(
        name: "datetime.fromepochmillis", arity: 1...1, parameters: [[.integer]],
        result: .temporal, summary: "The moment so many milliseconds after 1970 UTC.",
        evaluate: fromEpochMilliseconds),
    ]

  // MARK: Families

  /// The constructor and its three clocks: of the transaction, the statement and this moment.
  private static func family(
    _ name: Text, _ what: String, _ make: @escaping TemporalConstructors.Constructor
  ) -> [ScalarFunction] {
    func clock(
      _ clock: String, _ summary: String, isDeterministic: Bool = true,
      _ read: @escaping @Sendable (FunctionContext) -> Int64
    ) -> ScalarFunction {
      let name = "\(name).\(clock)"
      return ScalarFunction(
        name: Text(name), arity: 0...1, parameters: [[.text]], result: .temporal,
        isDeterministic: isDeterministic,
        summary: Text("\(what): \(summary), in UTC or in a zone.")
      ) { (values, context) throws(EvaluationError) in
        let zone =
          values.isEmpty ? Zone.universal : try Zone(Arguments(name, values).text(0))
        return .temporal(try make(.temporal(present(in: zone, at: read(context))), 0))
      }
    }
    let constructor = ScalarFunction(
      name: name, arity: 0...1, parameters: [[.text, .map, .temporal]], result: .temporal,
      summary: Text("\(what) from fields, a text or another value; now, if nothing is given.")
    ) { (values, context) throws(EvaluationError) in
      let now = context.statementTime
      if let zone = try zoneAlone(values.first) {
        return .temporal(try make(.temporal(present(in: zone, at: now)), 0))
      }
      return .temporal(
        try make(values[0], now.flooredQuotient(LocalMoment.nanosecondsPerSecond)))
    }
    return [
      constructor,
      clock("transaction", "the start of the statement") { $0.statementTime },
      clock("statement", "the start of the statement") { $0.statementTime },
      clock("realtime", "this very moment", isDeterministic: false) { _ in currentTime() },
    ]
  }

  /// The zone, where the argument of a constructor says no more: it is missing, or a map with
  /// nothing but a zone.
  private static func zoneAlone(_ argument: Value?) throws(EvaluationError) -> Zone? {
    guard let argument else { return .universal }
    guard case .map(let map) = argument, map.count == 1, case .text(let name)? = map["timezone"]
    else { return nil }
    return try Zone(name)
  }

  private static func truncation(
    _ name: Text, _ accepted: TemporalMap.Accepted,
    _ truncate:
      @escaping @Sendable (
        _ truncation: TemporalTruncation, _ moment: Int64
      ) throws(EvaluationError) -> TemporalValue
  ) -> ScalarFunction {
    let function = "\(name).truncate"
    return ScalarFunction(
      name: Text(function), arity: 1...3, parameters: [[.text], [.temporal], [.map]],
      result: .temporal, summary: "A value rounded down to a unit, with fields put on top."
    ) { (values, context) throws(EvaluationError) in
      let arguments = Arguments(function, values)
      let now = context.statementTime
      var value = try present(in: .universal, at: now)
      if values.count > 1 {
        guard case .temporal(let temporal) = values[1] else {
          throw arguments.wrongType(1, "a temporal value")
        }
        value = temporal
      }
      var map = PropertyMap()
      if values.count > 2 {
        guard case .map(let fields) = values[2] else { throw arguments.wrongType(2, "a MAP") }
        map = fields
      }
      let truncation = try TemporalTruncation(
        function, try arguments.text(0), value, map, accepting: accepted)
      return .temporal(
        try truncate(truncation, now.flooredQuotient(LocalMoment.nanosecondsPerSecond)))
    }
  }

  // MARK: Clocks

  /// A moment, in nanoseconds since 1970 UTC, in a zone.
  private static func present(
    in zone: Zone, at nanoseconds: Int64
  ) throws(EvaluationError) -> TemporalValue {
    try zone.value(
      atUniversal: LocalMoment(days: 0, nanoseconds: 0)
        .adding(seconds: 0, nanoseconds: nanoseconds))
  }

  private static func currentTime() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  private static func fromEpoch(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let arguments = Arguments("datetime.fromepoch", values)
    let start = LocalMoment(days: 0, nanoseconds: 0)
    let moment = try start.adding(
      seconds: try arguments.integer(0), nanoseconds: try arguments.integer(1))
    return .temporal(try Zone.universal.value(atUniversal: moment))
  }

  private static func fromEpochMilliseconds(
    _ values: [Value], _ context: FunctionContext
  ) throws(EvaluationError) -> Value {
    let milliseconds = try Arguments("datetime.fromepochmillis", values).integer(0)
    let moment = try LocalMoment(days: 0, nanoseconds: 0).adding(

      seconds: milliseconds.flooredQuotient(1_000),
      nanoseconds: milliseconds.flooredRemainder(1_000) * 1_000_000)
    return .temporal(try Zone.universal.value(atUniversal: moment))
  }
}
