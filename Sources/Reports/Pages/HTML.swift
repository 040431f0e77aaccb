import PropertyGraph

/// A piece of HTML. A literal in the source of the program is markup; whatever is put into it by
/// interpolation is text and is escaped, unless it is itself HTML. So a label cannot become markup
/// by forgetting to escape it.
///
/// Attribute values stand in double quotes; addresses go through `SafeAddress` first.
struct HTML: ExpressibleByStringInterpolation {
  /// The markup.
  private(set) var markup: String

  init(stringLiteral value: String) {
    markup = value
  }

  init(stringInterpolation: StringInterpolation) {
    markup = stringInterpolation.markup
  }

  /// Markup that another program wrote, such as Graphviz.
  init(trusted markup: String) {
    self.markup = markup
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + 32 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) {
      markup += literal
    }

    mutating func appendInterpolation(_ html: HTML) {
      markup += html.markup
    }

    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.markup }
    }

    mutating func appendInterpolation(_ text: Text) {
      appendInterpolation(text.string)
    }

    mutating func appendInterpolation(_ number: Int) {
      markup += String(number)
    }

    mutating func appendInterpolation(_ text: String) {
      for scalar in VisibleText.of(text).unicodeScalars {
        switch scalar {
        case "&": markup += "&amp;"
        case "<": markup += "&lt;"
        case ">": markup += "&gt;"
        case "\"": markup += "&quot;"
        case "'": markup += "&#39;"
        default: markup.unicodeScalars.append(scalar)
        }
      }
    }
  }
}

extension HTML: Equatable {}
