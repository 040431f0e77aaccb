extension Duration {
  /// How long something took, as short as it can be said: `<1 ms`, `12 ms`, `3.4 s`.
  public static func words(_ seconds: Double) -> String {
    if seconds < 0.001 { return "<1 ms" }
    if seconds < 1 { return "\(Int(seconds * 1_000)) ms" }
    let tenths = Int(seconds * 10)
    return "\(tenths / 10).\(tenths % 10) s"
  }
}
