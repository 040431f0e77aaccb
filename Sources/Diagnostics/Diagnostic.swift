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
  public var severity: Severity {
    get { contents.severity }
    set { contents.severity = newValue }
  }
  /// When it was found.
  public var phase: Phase {
    get { contents.phase }
    set { contents.phase = newValue }
  }
  /// A stable name for programs, e.g. `UndefinedVariable`; the openCypher kit's detail where it has
  /// one.
  public var code: String {
    get { contents.code }
    set { contents.code = newValue }
  }
  /// One sentence: what is wrong.
  public var message: String {
    get { contents.message }
    set { contents.message = newValue }
  }
  /// One line: what would be right, the nearest known name, or what to do.
  public var help: String? {
    get { contents.help }
    set { contents.help = newValue }
  }
  /// The text it stands in.
  public var source: SourceText? {
    get { contents.source }
    set { contents.source = newValue }
  }
  /// The bytes of `source` it speaks about.
  public var span: Range<Int>? {
    get { contents.span }
    set { contents.span = newValue }
  }

  private struct Contents: Sendable, Hashable {
    var severity: Severity
    var phase: Phase
    var code: String
    var message: String
    var help: String?
    var source: SourceText?
    var span: Range<Int>?
  }

  // Boxed, so that a diagnostic is one word. A function with typed throws keeps room for an error
  // at every call it makes; unboxed, the parser's frames are three times as large and a query
  // nested 1,000 deep does not fit a thread's stack.
  private indirect enum Box: Sendable, Hashable {
    case contents(Contents)
  }

  private var box: Box

  private var contents: Contents {
    get {
      switch box {
      case .contents(let contents): contents
      }
    }
    set { box = .contents(newValue) }
  }

  /// A diagnostic without a place; see `at(_:in:)`.
  public init(
    _ severity: Severity = .error, phase: Phase, code: String, _ message: String,
    help: String? = nil, source: SourceText? = nil, span: Range<Int>? = nil
  ) {
    box = .contents(
      Contents(
        severity: severity, phase: phase, code: code, message: message, help: help, source: source,
        span: span))
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
