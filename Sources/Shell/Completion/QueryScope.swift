import PropertyGraph
import RealistEvaluation

/// What the words before the cursor say: which brackets are open and what variables stand for.
struct QueryScope {
  /// An open bracket.
  struct Bracket {
    enum Role { case node, relationship, map, list, call, block }
    var role: Role
    /// The variable that it names.
    var variable: String?
    /// Kinds of a node, or of the node that a map describes.
    var kinds: [Text] = []
    /// Types of a link, or of the link that a map describes.
    var types: [Text] = []
    /// The key whose value is being written.
    var key: Text?
    /// The end of a link that this node stands at, as far as the arrow says.
    var end: LinkType.End?
    /// The node on the left of a link, and the end that it stands at.
    var neighbor: (kinds: [Text], end: LinkType.End?) = ([], nil)
  }

  /// What a variable stands for.
  struct Variable {
    var name: String
    var kinds: [Text] = []
    var types: [Text] = []
  }

  private(set) var brackets: [Bracket] = []
  private(set) var variables: [Variable] = []
  /// The clause that the cursor is in, in upper case.
  private(set) var clause = ""

  private static let clauses: Set<Text> = [
    "MATCH", "WITH", "RETURN", "UNWIND", "CREATE", "MERGE", "SET", "REMOVE", "DELETE", "CALL",
    "YIELD", "UNION", "WHERE", "ORDER", "TEST", "CONTRAST", "TRACE", "GAPS",
  ]

  var top: Bracket? { brackets.last }

  func variable(_ name: String) -> Variable? { variables.first { $0.name == name } }

  init(_ words: [QueryWord]) {
    var lastNode: [Text] = []
    var lastLink: Bracket?
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1] : nil
      switch word.kind {
      case .symbol:
        switch word.text {
        case "(":
          let isCall =
            before?.kind == .name && before?.end == word.start
            && !Self.clauses.contains(Text(before?.upper ?? ""))
          var bracket = Bracket(role: isCall ? .call : .node)
          if let link = lastLink, !isCall {
            bracket.types = link.types
            let pointsLeft = link.neighbor.end == .to
            bracket.end = pointsLeft ? .from : before?.isSymbol(">") ?? false ? .to : nil
          }
          lastLink = nil
          brackets.append(bracket)
        case "[":
          guard before?.isSymbol("-") ?? false else {
            brackets.append(Bracket(role: .list))
            continue
          }
          var bracket = Bracket(role: .relationship)
          let pointsLeft = index > 1 && words[index - 2].isSymbol("<")
          bracket.neighbor = (lastNode, pointsLeft ? .to : nil)
          brackets.append(bracket)
        case "{": brackets.append(openBrace(after: before))
        case ")", "]", "}":
          guard let closed = brackets.popLast() else { continue }
          if closed.role == .node { lastNode = closed.kinds }
          if closed.role == .relationship { lastLink = closed }
        case ",":
          lastLink = nil
        default: break
        }
      case .name, .quotedName:
        note(word, index, words)
      default: break
      }
    }
  }

  private func openBrace(after before: QueryWord?) -> Bracket {
    if ["EXISTS", "COUNT", "COLLECT", "CALL"].contains(before?.upper ?? "") {
      return Bracket(role: .block)
    }
    var bracket = Bracket(role: .map)
    if let top, top.role == .node || top.role == .relationship {
      bracket.kinds = top.role == .node ? top.kinds : []
      bracket.types = top.role == .relationship ? top.types : []
    }
    return bracket
  }

  private mutating func note(_ word: QueryWord, _ index: Int, _ words: [QueryWord]) {
    let before = index > 0 ? words[index - 1] : nil
    let name =
      word.kind == .quotedName
      ? word.text.replacing("`", with: "") : word.text
    let followsColon = ["+:", ":", "|", "&", "!"].contains(before?.text ?? "")
    switch top?.role {
    case .node where before?.isSymbol("(") ?? false,
      .relationship where before?.isSymbol("[") ?? false:
      brackets[brackets.count - 1].variable = name
      if !(top?.role == .node && Self.clauses.contains(Text(word.upper))) { declare(name) }
    case .node where followsColon:
      brackets[brackets.count - 1].kinds.append(Text(name))
      if let variable = top?.variable { add(kind: Text(name), to: variable) }
    case .relationship where followsColon:
      brackets[brackets.count - 1].types.append(Text(name))
      if let variable = top?.variable { add(type: Text(name), to: variable) }
    case .map:
      if before?.isSymbol("{") ?? false || before?.isSymbol(",") ?? false {
        brackets[brackets.count - 1].key = Text(name)
      }
    default:
      if before?.isSymbol(".") ?? false { return }
      if before?.isSymbol(":") ?? false, index > 1, words[index - 2].kind == .name {
        add(kind: Text(name), to: words[index - 2].text)
      } else if before?.upper == "AS" {
        declare(name)
        let source = index > 1 ? words[index - 2] : nil
        let isWhole = !(index > 2 && words[index - 3].isSymbol("."))
        if let source, isWhole, let known = variable(source.text),
          let place = variables.firstIndex(where: { $0.name == name })
        {
          variables[place].kinds = known.kinds
          variables[place].types = known.types
        }
      } else if index + 1 < words.count, words[index + 1].isSymbol("="), clause == "MATCH",
        before?.upper == "MATCH" || before?.isSymbol(",") ?? false
      {
        declare(name)
      } else if clause == "YIELD", before?.upper == "YIELD" || before?.isSymbol(",") ?? false {
        declare(name)
      } else if Self.clauses.contains(Text(word.upper)) {
        clause = word.upper
      }
    }
  }

  private mutating func declare(_ name: String) {
    if variable(name) == nil { variables.append(Variable(name: name)) }
  }

  private mutating func add(kind: Text, to name: String) {
    guard let place = variables.firstIndex(where: { $0.name == name }) else { return }
    if !variables[place].kinds.contains(kind) { variables[place].kinds.append(kind) }
  }

  private mutating func add(type: Text, to name: String) {
    guard let place = variables.firstIndex(where: { $0.name == name }) else { return }
    if !variables[place].types.contains(type) { variables[place].types.append(type) }
  }
}
