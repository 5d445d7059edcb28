import TimelineModel

/// Days as `2026-01-23`, which sort by their text.
enum DayText {
  /// The day in UTC of a moment in nanoseconds since 1970.
  static func day(ofNanoseconds time: Int64) -> String {
    String(Instant(milliseconds: time / 1_000_000).description.prefix(10))
  }
}
