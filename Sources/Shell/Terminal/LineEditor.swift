import CLineEditing
import Glibc

/// A person at a terminal: libedit with our history and our completion.
public final class LineEditor: LineSource {
  private var editor: OpaquePointer?
  private var history: History?
  private let complete: (_ line: String, _ cursor: Int) -> LineCompletion

  /// An editor on standard input and output; `nil` if the library is not installed.
  /// - Parameter complete: What Tab does with a line and the cursor's byte in it.
  public init?(
    history: History?, complete: @escaping (_ line: String, _ cursor: Int) -> LineCompletion
  ) {
    self.history = history
    self.complete = complete
    editor = line_editing_open(
      "realist", Int32(History.limit), Unmanaged.passUnretained(self).toOpaque()
    ) { context, bytes, length, cursor in
      guard let context, let bytes else { return LineEditingCompletion() }
      let owner = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
      let text = UnsafeRawBufferPointer(start: bytes, count: length)
      let answer = owner.complete(String(decoding: text, as: UTF8.self), cursor)
      return LineEditingCompletion(
        deleted: Int32(clamping: answer.deleted),
        insertion: answer.insertion.flatMap { strdup($0) },
        listing: answer.listing.flatMap { strdup($0) })
    }
    guard editor != nil else { return nil }
    for entry in history?.entries ?? [] { line_editing_remember(editor, entry) }
  }

  deinit { line_editing_close(editor) }

  /// Shows the prompt and lets the person edit a line.
  public func next(prompt: String) -> InputLine {
    guard let editor else { return .end }
    var bytes: UnsafePointer<CChar>?
    var length = 0
    switch prompt.withCString({ line_editing_read(editor, $0, &bytes, &length) }) {
    case LineEditingLine:
      guard let bytes else { return .end }
      var line = UnsafeRawBufferPointer(start: bytes, count: length)[...]
      if line.last == UInt8(ascii: "\n") { line.removeLast() }
      return .line(String(decoding: line, as: UTF8.self))
    case LineEditingCancelled: return .cancelled
    default: return .end
    }
  }

  /// Keeps a statement whole, here and in the file.
  public func remember(_ text: String) {
    line_editing_remember(editor, text)
    history?.append(text)
  }
}

/// What the Tab key does to a line.
public struct LineCompletion: Sendable, Hashable {
  /// Characters before the cursor that give way.
  public var deleted: Int
  /// What takes their place.
  public var insertion: String?
  /// What is shown below the line, ending in a line break.
  public var listing: String?

  /// Nothing unless said.
  public init(deleted: Int = 0, insertion: String? = nil, listing: String? = nil) {
    self.deleted = deleted
    self.insertion = insertion
    self.listing = listing
  }
}
