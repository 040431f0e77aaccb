import Glibc
import Reports
import Testing

/// The colours of the house, by computation: readable on white in any colour vision and in grey, and
/// told apart by people who see no difference between red and green.
@Suite struct PaletteTests {
  private static let style = FigureStyle.standard
  private static let lines: [(name: String, hex: String)] = [
    ("supported", style.supported), ("contested", style.contested),
    ("challenged", style.challenged), ("espoused", style.espoused),
    ("undecided", style.undecided),
  ]

  @Test func everyLineStandsOutOnWhiteAndOnItsGround() {
    for (name, hex) in Self.lines + [("ink", Self.style.ink), ("soft", Self.style.softInk)] {
      #expect(contrast(linear(hex), linear("#ffffff")) >= 4.5, "\(name)")
      #expect(contrast(deuteranopia(linear(hex)), linear("#ffffff")) >= 4.5, "\(name)")
      #expect(contrast(grey(linear(hex)), linear("#ffffff")) >= 4.5, "\(name) in grey")
    }
    for badge in [Self.style.supporting, Self.style.challenging, Self.style.espousing] {
      #expect(contrast(linear(badge.ink), linear(badge.fill)) >= 4.5, "\(badge)")
      #expect(contrast(grey(linear(badge.ink)), grey(linear(badge.fill))) >= 4.5, "\(badge)")
    }
  }

  /// In grey all of them are dark, for each must be read on white: there the line's pattern, width
  /// and head tell them apart, which `FigureTests` checks for every pair.
  @Test func everyPairIsToldApartWithoutRedAndGreen() {
    for (index, (name, hex)) in Self.lines.enumerated() {
      for (other, otherHex) in Self.lines[(index + 1)...] {
        let difference = distance(
          deuteranopia(linear(hex)), deuteranopia(linear(otherHex)))
        #expect(difference >= 10, "\(name) and \(other): \(difference)")
      }
    }
  }

  // MARK: Colours

  /// Linear red, green and blue of `#rrggbb`.
  private func linear(_ hex: String) -> [Double] {
    let number = Int(hex.dropFirst(), radix: 16) ?? 0
    return [number >> 16, number >> 8, number].map { channel in
      let value = Double(channel & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private func luminance(_ color: [Double]) -> Double {
    0.2126 * color[0] + 0.7152 * color[1] + 0.0722 * color[2]
  }

  private func grey(_ color: [Double]) -> [Double] {
    Array(repeating: luminance(color), count: 3)
  }

  /// The contrast ratio of WCAG 2.
  private func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (left, right) = (luminance(one), luminance(other))
    return (max(left, right) + 0.05) / (min(left, right) + 0.05)
  }

  /// What somebody without the middle cones sees (Viénot, Brettel and Mollon 1999).
  private func deuteranopia(_ color: [Double]) -> [Double] {
    let mixed = 0.29275 * color[0] + 0.70725 * color[1]
    let blue = -0.02234 * color[0] + 0.02234 * color[1] + color[2]
    return [mixed, mixed, min(1, max(0, blue))]
  }

  /// The distance in CIE L*a*b* (1976); 2.3 can just be told apart side by side.
  private func distance(_ one: [Double], _ other: [Double]) -> Double {
    zip(lab(one), lab(other)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  private func lab(_ color: [Double]) -> [Double] {
    let (red, green, blue) = (color[0], color[1], color[2])
    let xyz = [
      (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505, luminance(color),
      (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    ].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
    return [116 * xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])]
  }
}
