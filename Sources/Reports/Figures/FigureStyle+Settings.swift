public import Diagnostics
import PropertyGraph

extension FigureStyle {
  private typealias ColorPath = any WritableKeyPath<FigureStyle, String> & Sendable

  private static let colors: [(name: String, path: ColorPath)] =
    [
      ("colours.ink", \.ink), ("colours.soft-ink", \.softInk), ("colours.line", \.line),
      ("colours.frame", \.frame), ("colours.band", \.band), ("colours.fill", \.fill),
      ("colours.muted-fill", \.mutedFill), ("colours.supported", \.supported),
      ("colours.contested", \.contested), ("colours.challenged", \.challenged),
      ("colours.espoused", \.espoused), ("colours.undecided", \.undecided),
      ("colours.supporting-fill", \.supporting.fill), ("colours.supporting-ink", \.supporting.ink),
      ("colours.challenging-fill", \.challenging.fill),
      ("colours.challenging-ink", \.challenging.ink),
      ("colours.espousing-fill", \.espousing.fill), ("colours.espousing-ink", \.espousing.ink),
    ]

  /// Shapes that leave room for a label.
  private static let knownShapes = [
    "box", "box3d", "cds", "component", "cylinder", "ellipse", "folder", "hexagon", "house",
    "note", "octagon", "oval", "parallelogram", "plain", "rect", "rectangle", "square", "tab",
    "trapezium", "underline",
  ]

  /// Every setting of a style file.
  public static var settings: [String] {
    ["font.family", "font.size", "wrap"] + colors.map(\.name)
      + DrawingNode.Kind.allCases.map { "shapes.\($0.rawValue)" }
  }

  /// Sets one setting of a style file. Throws `UnknownStyle` or `InvalidStyle`.
  public mutating func set(_ path: String, to value: String) throws(Diagnostic) {
    if let color = Self.colors.first(where: { $0.name == path }) {
      guard Self.isColor(value) else {
        throw Wording.invalidStyle(path, value, expected: "a colour such as `#00609c`")
      }
      self[keyPath: color.path] = value
      return
    }
    if path.hasPrefix("shapes."), let kind = DrawingNode.Kind(rawValue: String(path.dropFirst(7))) {
      guard Self.knownShapes.contains(value) else {
        throw Wording.invalidStyle(
          path, value, expected: "one of \(Self.knownShapes.joined(separator: ", "))")
      }
      shapes[kind] = value
      return
    }
    switch path {
    case "font.family":
      guard !value.isEmpty, value.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0 != "\"" })
      else { throw Wording.invalidStyle(path, value, expected: "names of fonts, by commas") }
      font = value
    case "font.size":
      guard let points = Double(value), (4...40).contains(points) else {
        throw Wording.invalidStyle(path, value, expected: "points from 4 to 40")
      }
      size = points
    case "wrap":
      guard let columns = Int(value), (8...200).contains(columns) else {
        throw Wording.invalidStyle(path, value, expected: "columns from 8 to 200")
      }
      wrapWidth = columns
    default: throw Wording.unknownStyle(path, among: Self.settings)
    }
  }

  private static func isColor(_ value: String) -> Bool {
    let digits = value.utf8.dropFirst()
    return value.utf8.first == UInt8(ascii: "#") && digits.count == 6
      && digits.allSatisfy { Unicode.Scalar($0).properties.isASCIIHexDigit }
  }
}
