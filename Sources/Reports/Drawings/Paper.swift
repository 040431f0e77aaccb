/// The sheet that a drawing must fit: it is drawn smaller if it is larger, and never larger.
public struct Paper: Sendable, Hashable {
  /// What sort of sheet.
  public enum Size: String, Sendable, Hashable, CaseIterable {
    case a4, slide
  }

  /// What sort of sheet.
  public var size: Size
  /// Whether it lies on its long side.
  public var isLandscape: Bool

  /// A sheet.
  public init(_ size: Size, isLandscape: Bool) {
    self.size = size
    self.isLandscape = isLandscape
  }

  /// Width and height in inches within margins: 1.3 cm on A4, 0.4 inches on a slide of 16 to 9.
  public var inches: (width: Double, height: Double) {
    let (short, long) =
      switch size {
      case .a4: (7.25, 10.65)
      case .slide: (6.7, 12.5)
      }
    return isLandscape ? (long, short) : (short, long)
  }

  /// Nodes that can be read on it; more are folded unless a person says otherwise.
  public var mostNodes: Int {
    switch (size, isLandscape) {
    case (.a4, false): 40
    case (.a4, true): 28
    case (.slide, _): 20
    }
  }
}
