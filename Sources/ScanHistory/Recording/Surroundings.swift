import TimelineModel

/// What stands round an own post, encoded: an `ExposureMark` without account, place, time and risk.
///
/// Many own posts have the same surroundings, so that each kind is kept once.
enum Surroundings {
  /// The first byte; another layout gets another number, and this one stays readable.
  private static let layout = 1

  static func encode(_ mark: ExposureMark) -> [UInt8] {
    var row = RowBytes()
    row.write(layout)
    for flag in [
      mark.isMeasured, mark.isUnsafe, mark.isUnsuitable, mark.isUnsafeBeside,
      mark.isUnsuitableBeside, mark.hasUnknown,
    ] { row.write(flag) }
    row.write(Int64(mark.unsafeUnder.rawValue))
    row.write(Int64(mark.unsuitableUnder.rawValue))
    row.write(Int(mark.embedded.rawValue))
    write(mark.above, &row)
    write(mark.below, &row)
    write(mark.themes, &row)
    row.write(mark.categories.count)
    for category in mark.categories {
      row.write(category.id.rawValue)
      row.write(category.tier.rank)
      row.write(category.isUnsuitable)
      write(category.contradicts, &row)
    }
    row.write(mark.targets.count)
    for target in mark.targets {
      row.write(target.name)
      row.write(target.tier.rank)
      row.write(target.isUnsuitable)
    }
    row.write(mark.sources.count)
    for source in mark.sources {
      row.write(source.source.rawValue)
      for flag in [source.isUnsafe, source.isUnsuitable, source.hasUnknown] { row.write(flag) }
    }
    return row.bytes
  }

  /// Fills a mark with what was encoded; nil for a layout that this program does not know.
  static func decode(_ bytes: [UInt8], into mark: inout ExposureMark) -> Bool {
    var row = RowBytes(reading: bytes)
    guard row.integer() == layout else { return false }
    mark.isMeasured = row.flag()
    mark.isUnsafe = row.flag()
    mark.isUnsuitable = row.flag()
    mark.isUnsafeBeside = row.flag()
    mark.isUnsuitableBeside = row.flag()
    mark.hasUnknown = row.flag()
    mark.unsafeUnder = SensitivityChoices(rawValue: UInt32(truncatingIfNeeded: row.number()))
    mark.unsuitableUnder = SensitivityChoices(rawValue: UInt32(truncatingIfNeeded: row.number()))
    mark.embedded = state(&row)
    mark.above = slots(&row)
    mark.below = slots(&row)
    mark.themes = themes(&row)
    for _ in 0..<row.integer() {
      mark.categories.append(
        .init(
          id: CategoryID(row.text()), tier: tier(&row), isUnsuitable: row.flag(),
          contradicts: themes(&row)))
    }
    for _ in 0..<row.integer() {
      mark.targets.append(.init(name: row.text(), tier: tier(&row), isUnsuitable: row.flag()))
    }
    for _ in 0..<row.integer() {
      mark.sources.append(
        .init(
          source: NeighbourSource(rawValue: row.text()) ?? .unstated, isUnsafe: row.flag(),
          isUnsuitable: row.flag(), hasUnknown: row.flag()))
    }
    return true
  }

  private static func write(_ slots: [ExposureMark.Slot], _ row: inout RowBytes) {
    row.write(slots.count)
    for slot in slots {
      row.write(Int(slot.state.rawValue))
      row.write(slot.isPromoted)
    }
  }

  private static func slots(_ row: inout RowBytes) -> [ExposureMark.Slot] {
    (0..<row.integer()).map { _ in
      let state = state(&row)
      return ExposureMark.Slot(state, isPromoted: row.flag())
    }
  }

  private static func state(_ row: inout RowBytes) -> ExposureMark.State {
    ExposureMark.State(rawValue: UInt8(truncatingIfNeeded: row.number())) ?? .unknown
  }

  private static func write(_ themes: [ThemeID], _ row: inout RowBytes) {
    row.write(themes.count)
    for theme in themes { row.write(theme.rawValue) }
  }

  private static func themes(_ row: inout RowBytes) -> [ThemeID] {
    (0..<row.integer()).map { _ in ThemeID(row.text()) }
  }

  private static func tier(_ row: inout RowBytes) -> Tier {
    let rank = row.integer()
    return Tier.allCases.first { $0.rank == rank } ?? .low
  }
}
