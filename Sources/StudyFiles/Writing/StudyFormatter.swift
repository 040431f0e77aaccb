public import Diagnostics
import PropertyGraph

/// Brings the files of a study into canonical form, comments included: keys in the order of the
/// vocabulary, records by id, one way to fold and to quote, NFC.
public enum StudyFormatter {
  /// The files that are not canonical, as they would be. Rules are left as they are: nothing reads
  /// them but people. O(bytes).
  ///
  /// Throws `UnsoundStudy` for a study with errors, for what cannot be read could not be written
  /// either.
  public static func changes(to contents: StudyContents) throws(Diagnostic) -> [SourceText] {
    guard contents.isSound else { throw Wording.unsoundToFormat() }
    var canonical: [String: SourceText] = [:]
    let written = try StudyWriter.files(of: contents)
    for file in written { canonical[file.name] = file }
    var changed: [SourceText] = []
    var all: [SourceText] = []
    for file in contents.files {
      // A file without a record has nothing that could be put in order.
      guard file.name != StudyReader.rulesPath, let plain = canonical[file.name] else {
        all.append(file)
        continue
      }
      let formatted = SourceText(
        name: file.name, bytes: try FileComments(of: file).inserted(into: plain))
      all.append(formatted)
      if formatted.bytes != file.bytes { changed.append(formatted) }
    }
    try prove(all, say: written)
    return changed
  }

  /// What would be written must say what was read.
  private static func prove(_ files: [SourceText], say written: [SourceText]) throws(Diagnostic) {
    let again = try StudyWriter.files(of: StudyReader.read(files))
    for (one, other) in zip(again, written) where one.bytes != other.bytes {
      throw Wording.unfaithfulFormat(one.name)
    }
    guard again.count == written.count else { throw Wording.unfaithfulFormat("Graph") }
  }
}
