import TimelineModel

extension Breakdown {
  /// Breaks the exposures down by one thing that they differ in.
  init(dimension: Dimension, of figures: ExposureFigures, organisation: Organisation?) {
    let parts = figures.parts
    let accounts = organisation?.accounts ?? []
    let lines: [Line] =
      switch dimension {
      case .platform: Self.lines(parts.platforms) { $0.rawValue }
      case .account: accounts.map { Line(name: $0.name, cell: parts.accounts[$0.name] ?? .init()) }
      case .department: Self.departments(accounts, parts)
      case .capture: figures.captures.map { Line(name: String($0.number), cell: $0.cell) }
      case .hour: Self.lines(parts.hours) { Self.twoDigits($0) }
      case .weekday: Self.weekdays(parts)
      case .theme: Self.lines(parts.themes) { $0?.rawValue ?? "" }
      case .category:
        Self.lines(parts.categories, parts.unsuitableCategories, figures.all) { $0.rawValue }
      case .target: Self.lines(parts.targets, parts.unsuitableTargets, figures.all) { $0 }
      case .source:
        NeighbourSource.allCases.compactMap { source in
          parts.sources[source].map { Line(name: source.rawValue, cell: $0) }
        }
      }
    self.init(dimension: dimension, lines: lines)
  }

  private static func lines<Key>(
    _ cells: [Key: Headline.Cell], _ name: (Key) -> String
  ) -> [Line] {
    cells.map { Line(name: name($0.key), cell: $0.value) }.sorted { $0.name < $1.name }
  }

  /// Lines of kinds of neighbours: of all measured exposures, those that have one.
  private static func lines<Key>(
    _ tiers: [Key: Tally.TierCounts], _ unsuitable: [Key: Int], _ all: Headline.Cell,
    _ name: (Key) -> String
  ) -> [Line] {
    tiers.map { key, counts in
      var cell = Headline.Cell()
      cell.safety = Rate(count: counts[.floor] ?? 0, trials: all.safety.trials)
      cell.suitability = Rate(count: unsuitable[key] ?? 0, trials: all.safety.trials)
      return Line(name: name(key), cell: cell, tiers: counts)
    }
    .sorted { $0.name < $1.name }
  }

  private static func departments(
    _ accounts: [Organisation.OwnAccount], _ parts: ExposureParts
  ) -> [Line] {
    var cells: [String: Headline.Cell] = [:]
    for account in accounts {
      cells[account.department ?? "", default: .init()]
        .add(parts.accounts[account.name] ?? .init())
    }
    return lines(cells) { $0 }
  }

  private static func weekdays(_ parts: ExposureParts) -> [Line] {
    var cells: [Int: Headline.Cell] = [:]
    for (day, cell) in parts.days { cells[Instant.weekday(ofDay: day), default: .init()].add(cell) }
    return lines(cells) { String($0) }
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }
}
