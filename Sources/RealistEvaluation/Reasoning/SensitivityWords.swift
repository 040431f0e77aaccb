import PropertyGraph

extension Sensitivity.Trial {
  /// What was tried: `without method wp1.1`, `one notch stricter`.
  public var phrase: String {
    switch self {
    case .withoutVoice(let voice): "without voice \(voice.name)"
    case .withoutMethod(let id): "without method \(id)"
    case .withoutDocument(let id): "without document \(id)"
    case .withoutSite(let id): "without site \(id)"
    case .oneVoicePerStudy: "one voice per study"
    case .aliasesMerged: "doubtful aliases merged"
    case .aliasesSplit: "doubtful aliases split"
    case .withoutWeak: "without weak evidence"
    case .stricter: "one notch stricter"
    case .looser: "one notch looser"
    }
  }

  /// The sort of trial, as counted: `voice`, `method`; `nil` for those that there are one of.
  fileprivate var sort: String? {
    switch self {
    case .withoutVoice: "voice"
    case .withoutMethod: "method"
    case .withoutDocument: "document"
    case .withoutSite: "site"
    default: nil
    }
  }
}

extension Sensitivity.Flip {
  /// `without method wp1.1: contested`.
  public var phrase: String { "\(trial.phrase): \(word.rawValue)" }
}

extension Voice {
  /// What to call it in a narrow column: unnamed people by their method, others by name.
  fileprivate var shortName: String {
    guard kind == .residual else { return name.string }
    let fields = key.string.split(separator: "|", omittingEmptySubsequences: false)
    return fields.count > 1 && !fields[1].isEmpty ? "unnamed of \(fields[1])" : name.string
  }
}

extension Sensitivity {
  /// The break number with who breaks it, for a table: `1 (20t3)`, `2 (20t3, 11p1)`,
  /// `more than 4`, `never`; empty where it was not searched for.
  public var breakPhrase: String {
    switch breaking {
    case .voices(let voices):
      "\(voices.count) (\(voices.map(\.shortName).joined(separator: ", ")))"
    case .moreThan(let bound): "more than \(bound)"
    case .never: "never"
    case nil: ""
    }
  }

  /// The break number as a sentence.
  var breakSentence: String {
    switch breaking {
    case .voices(let voices) where voices.count == 1:
      return "break number 1: one voice that leaves is enough (\(voices[0].name))"
    case .voices(let voices):
      let names = voices.map(\.name.string)
      return "break number \(voices.count): no fewer voices change it by leaving; "
        + "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "") do together"
    case .moreThan(let bound):
      return
        "break number more than \(bound): no \(bound == 1 ? "one voice changes" : "\(bound) voices change") "
        + "it by leaving; larger sets were not tried"
    case .never:
      return "no break number: whoever leaves, it stays"
    case nil:
      return "the break number was not searched for"
    }
  }

  /// What was tried and changes nothing: `12 of 13 voices, both methods, one notch looser`.
  var unchanged: [String] {
    var lines: [String] = []
    for sort in ["voice", "method", "document", "site"] {
      let all = tried.count { $0.sort == sort }
      let flipped = flips.count { $0.trial.sort == sort }
      guard all > flipped else { continue }
      if flipped == 0 {
        lines.append("without any \(sort) of \(all)")
      } else if all - flipped == 1 {
        lines.append("without the other \(sort)")
      } else {
        lines.append("without the other \(all - flipped) of \(all) \(sort)s")
      }
    }
    let flipped = Set(flips.map(\.trial))
    return lines + tried.filter { $0.sort == nil && !flipped.contains($0) }.map(\.phrase)
  }
}
