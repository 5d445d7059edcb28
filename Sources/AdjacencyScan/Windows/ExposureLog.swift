import TimelineModel

/// What one feed's exposures come to, until its order is known at the end of the input.
///
/// Exposures are kept, or encoded and written to a spool, so that memory does not grow with them.
struct ExposureLog {
  private(set) var figures = ExposureFigures()
  private(set) var kept: [Exposure] = []
  /// Where the encoded exposures stand in the spool, adjoining ranges joined.
  private(set) var spooled: [Range<Int>] = []

  /// Adds a judged exposure.
  mutating func add(_ exposure: Exposure, _ mark: ExposureMark, spool: ExposureSpool?) throws {
    figures.add(exposure, mark)
    guard let spool else { return kept.append(exposure) }
    let range = try spool.append(exposure)
    if let last = spooled.last, last.upperBound == range.lowerBound {
      spooled[spooled.count - 1] = last.lowerBound..<range.upperBound
    } else {
      spooled.append(range)
    }
  }
}
