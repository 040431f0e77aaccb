/// A session as a person would see it: lines that begin with `$` are typed, what follows is
/// printed, and `[3]` alone on a line is how a command ended if it did not end with 0. Lines before
/// the first `$` say what the session shows.
struct Transcript {
  /// A typed line with what it prints.
  struct Step {
    var line: String
    var answer: String
  }

  var heading: String
  var steps: [Step]

  init(text: String) {
    heading = ""
    steps = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ ") {
        steps.append(Step(line: String(line.dropFirst(2)), answer: ""))
      } else if steps.isEmpty {
        heading += line + "\n"
      } else if line == ">" || line.hasPrefix("> "), steps[steps.count - 1].answer.isEmpty {
        steps[steps.count - 1].line += "\n" + line.dropFirst(2)
      } else {
        steps[steps.count - 1].answer += line + "\n"
      }
    }
  }

  /// The session as a file keeps it.
  var text: String {
    heading
      + steps.map { step in
        "$ "
          + step.line.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "\n> ").replacing("\n> \n", with: "\n>\n") + "\n" + step.answer
      }.joined()
  }

  /// The same lines with what they print now.
  func played(in shell: Shell) throws -> Transcript {
    var played = self
    for index in steps.indices {
      let outcome = try shell.run(steps[index].line)
      var answer = outcome.text
      if !answer.isEmpty, !answer.hasSuffix("\n") { answer += "\n" }
      if outcome.status != 0 { answer += "[\(outcome.status)]\n" }
      played.steps[index].answer = answer
    }
    return played
  }
}
