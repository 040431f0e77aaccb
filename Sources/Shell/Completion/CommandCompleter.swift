import PropertyGraph
import Reports
import StudyFiles
import SystemFiles

/// Completes lines that begin with a colon.
struct CommandCompleter {
  let names: StudyNames
  let settings: ShellSettings
  let saved: [SavedQuery]

  /// The possibilities at the end of a line, given without its colon.
  func complete(_ line: String) -> Completion {
    guard let space = line.firstIndex(where: \.isWhitespace) else {
      return CandidateFilter.of(
        ShellCommand.all.map { StudyNames.Entry(name: $0.name, note: $0.summary) }, line,
        ending: " ")
    }
    guard let command = ShellCommand.named(String(line[..<space])) else { return .nothing }
    let rest = line[space...].drop(while: \.isWhitespace)
    let typed = rest.lastIndex(where: \.isWhitespace).map { String(rest[$0...].dropFirst()) }
    switch command.argument {
    case .record where typed == nil:
      let kinds: [Text] = command.name == "why" ? ["Configuration", "Theory"] : []
      return CandidateFilter.of(names.ids(ofKinds: kinds), String(rest))
    case .query: return query(String(rest), typed)
    case .format where typed == nil: return words(TableFormat.allCases.map(\.rawValue), rest)
    case .kind where typed == nil:
      return CandidateFilter.of(names.kinds + names.linkTypes(), String(rest))
    case .topic where typed == nil:
      return CandidateFilter.of(
        HelpText.topics.map { StudyNames.Entry(name: $0.name, note: $0.about) }
          + ShellCommand.all.map { StudyNames.Entry(name: $0.name, note: $0.summary) },
        String(rest))
    case .file: return files(typed ?? String(rest))
    case .parameter where typed == nil:
      let used = saved.flatMap(\.parameters) + settings.parameters.keys.map(\.string)
      var seen: Set<Text> = []
      return words(used.filter { seen.insert(Text($0)).inserted }, rest)
    case .none where command.usage == "[on|off]" && typed == nil: return words(["on", "off"], rest)
    case .number where typed == nil: return words(["auto"], rest)
    default: return .nothing
    }
  }

  private func query(_ rest: String, _ typed: String?) -> Completion {
    guard let typed else {
      return CandidateFilter.of(
        saved.map { StudyNames.Entry(name: $0.name, note: $0.title) }, rest, ending: " ")
    }
    let name = rest.prefix { !$0.isWhitespace }
    let query = saved.first { $0.name == name }
    return CandidateFilter.of(
      (query?.parameters ?? []).map { parameter in
        let example = query?.examples.first { $0.name == parameter }?.value ?? ""
        return StudyNames.Entry(name: parameter + "=", note: example)
      }, typed)
  }

  private func words(_ words: [String], _ typed: Substring) -> Completion {
    CandidateFilter.of(words.map { StudyNames.Entry(name: $0) }, String(typed))
  }

  /// Files and folders below what has been typed.
  private func files(_ typed: String) -> Completion {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let begun = slash.map { String(typed[typed.index(after: $0)...]) } ?? typed
    let place = folder.isEmpty ? "." : Shell.expanded(folder)
    let found = ((try? Folder.names(in: place)) ?? []).filter {
      $0.hasPrefix(begun) && (begun.hasPrefix(".") || !$0.hasPrefix("."))
    }
    return Completion(
      typed: typed,
      candidates: found.map { name in
        let isFolder = FileBytes.isFolder(place == "/" ? "/" + name : "\(place)/\(name)")
        return Completion.Candidate(
          text: folder + name + (isFolder ? "/" : ""), ending: isFolder ? "" : " ")
      })
  }
}
