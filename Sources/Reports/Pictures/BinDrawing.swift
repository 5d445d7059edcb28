import TimelineModel

/// Draws many own posts as bars, one for some consecutive ones, by their worst neighbours.
enum BinDrawing {
  private static let pieceLength = 96
  private static let pitch = 3.0
  private static let height = 46.0

  /// The most exposures with any finding in one bin: what the tallest bar stands for.
  static func tallest(_ bins: [PictureBin]) -> Int {
    bins.map { $0.tiers.values.reduce(0, +) }.max() ?? 0
  }

  /// The pieces of the picture.
  static func draw(_ bins: [PictureBin]) -> String {
    let scale = height / Double(max(1, tallest(bins)))
    return stride(from: 0, to: bins.count, by: pieceLength).map { start in
      draw(bins[start..<min(start + pieceLength, bins.count)], scale)
    }.joined()
  }

  private static func draw(_ bins: ArraySlice<PictureBin>, _ scale: Double) -> String {
    let width = pitch * Double(bins.count)
    var svg = SVG(fixedWidth: width, height: height + 4)
    var paths: [Tier: String] = [:]
    for (place, bin) in bins.enumerated() {
      var top = height
      for tier in Tier.allCases {
        guard let count = bin.tiers[tier], count > 0 else { continue }
        let side = Double(count) * scale
        top -= side
        paths[tier, default: ""] += SVG.box(pitch * Double(place), top, pitch - 0.5, side)
      }
    }
    svg.path(SVG.box(0, height + 1, width, 2), "mine")
    for tier in Tier.allCases { svg.path(paths[tier] ?? "", tier.rawValue) }
    return svg.closed
  }
}
