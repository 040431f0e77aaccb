/// One thing that is wrong, as a value: what, where, and what to do. Every room throws these; one
/// renderer draws them, and one JSON form carries them to machines.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, Comparable {
    case note, warning, error

    /// Notes before warnings before errors.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.rank < right.rank
    }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// When it was found. `compile`: nothing was executed. `runtime`: the graph is as before.
  /// `unsupported`: good openCypher that this engine declares it lacks. `study`: a study file.
  public enum Phase: String, Sendable, Hashable {
    case compile, runtime, unsupported, study
  }

  /// How bad it is.
  public var severity: Severity
  /// When it was found.
  public var phase: Phase
  /// A stable name for programs, e.g. `UndefinedVariable`; the openCypher kit's detail where it has
  /// one.
  public var code: String
  /// One sentence: what is wrong.
  public var message: String
  /// One line: what would be right, the nearest known name, or what to do.
  public var help: String?
  /// The text it stands in.
  public var source: SourceText?
  /// The bytes of `source` it speaks about.
  public var span: Range<Int>?

  /// A diagnostic without a place; see `at(_:in:)`.
  public init(
    _ severity: Severity = .error, phase: Phase, code: String, _ message: String,
    help: String? = nil, source: SourceText? = nil, span: Range<Int>? = nil
  ) {
    self.severity = severity
    self.phase = phase
    self.code = code
    self.message = message
    self.help = help
    self.source = source
    self.span = span
  }

  /// The same diagnostic at a place.
  public func at(_ span: Range<Int>?, in source: SourceText?) -> Diagnostic {
    var copy = self
    copy.span = span
    copy.source = source
    return copy
  }

  /// The same diagnostic with its text, where a stage knew only the span.
  public func inSource(_ source: SourceText) -> Diagnostic {
    guard self.source == nil, span != nil else { return self }
    return at(span, in: source)
  }

  /// Where it begins, if it has a place.
  public var position: SourceText.Position? {
    guard let source, let span else { return nil }
    return source.position(at: span.lowerBound)
  }
}
