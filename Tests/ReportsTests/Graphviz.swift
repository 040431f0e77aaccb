import Diagnostics
import Reports
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test, and says so, where Graphviz is not installed.
  static var needsGraphviz: Self {
    .enabled("Graphviz is not installed") {
      do throws(Diagnostic) {
        _ = try await GraphvizRunner().render(Array("digraph { a }".utf8), as: .svg)
        return true
      } catch {
        return error.code != "GraphvizMissing"
      }
    }
  }
}

/// What Graphviz makes of a drawing.
enum Graphviz {
  /// The picture as SVG, by Graphviz's own parser and layout.
  static func svg(
    _ document: DOTDocument, layout: GraphvizRunner.Layout = .dot
  ) async throws(Diagnostic) -> String {
    String(
      decoding: try await GraphvizRunner(layout: layout).render(document.bytes(), as: .svg),
      as: UTF8.self)
  }

  /// The text of every `<text>` element, in order.
  static func texts(in svg: String) -> [String] {
    svg.split(separator: "<text ").dropFirst().map { piece in
      let inner = piece.split(separator: ">", maxSplits: 1)[1].prefix { $0 != "<" }
      return unescaped(String(inner))
    }
  }

  /// How far down the text of each node with a tooltip begins, by the node's id.
  static func heights(in svg: String) -> [String: Double] {
    var heights: [String: Double] = [:]
    // Graphviz puts such a node's text into a group of its own.
    for piece in svg.split(separator: "<g id=\"a_").dropFirst() {
      let id = unescaped(String(piece.prefix { $0 != "\"" }))
      heights[id] = values(of: "y", in: String(piece)).first.flatMap(Double.init)
    }
    return heights
  }

  /// The values of an attribute, in order.
  static func values(of attribute: String, in svg: String) -> [String] {
    svg.split(separator: " \(attribute)=\"").dropFirst().map { piece in
      unescaped(String(piece.prefix { $0 != "\"" }))
    }
  }

  private static func unescaped(_ xml: String) -> String {
    let entities: [(String, String)] = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#45;", "-"),
      ("&#160;", " "), ("\u{A0}", " "), ("&#10;", "\n"), ("&amp;", "&"),
    ]
    var text = xml
    for (entity, character) in entities {
      text = text.split(separator: entity, omittingEmptySubsequences: false)
        .joined(separator: character)
    }
    return text
  }
}
