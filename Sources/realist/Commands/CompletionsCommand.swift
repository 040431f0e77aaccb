import ArgumentParser

/// `realist completions`.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", _superCommandName: "realist",
    abstract: "Print what makes a shell complete `realist`, or the manual page.",
    discussion: """
      realist completions bash > ~/.local/share/bash-completion/completions/realist
      realist completions zsh > ~/.zfunc/_realist
      realist completions fish > ~/.config/fish/completions/realist.fish
      realist completions man > ~/.local/share/man/man1/realist.1
      """)

  /// What can be printed.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish, man
  }

  @Argument(help: "bash, zsh, fish or man.")
  var kind: Kind

  /// Options of a session are those of a command only where no command has been named: the script
  /// would offer the root's values for an option of the same name.
  private static var bash: String {
    let script = RootCommand.completionScript(for: .bash)
    let choice = "case \"${prev}\" in"
    guard let root = script.firstRange(of: "\n_realist() {"),
      let place = script[root.upperBound...].firstRange(of: choice)
    else { return script }
    return script.replacing(
      choice, with: "case \"${unparsed_words[0]}${prev}\" in", subrange: place)
  }

  func run() throws {
    let text =
      switch kind {
      case .bash: Self.bash
      case .zsh: RootCommand.completionScript(for: .zsh)
      case .fish: RootCommand.completionScript(for: .fish)
      case .man: ManualPage.text
      }
    Console.write(Array(text.utf8))
    if text.last != "\n" { Console.line() }
  }
}
