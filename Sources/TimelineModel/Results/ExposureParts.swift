/// The figures of exposures by each thing that they differ in.
public struct ExposureParts: Hashable, Sendable {
  /// A theme beside a category that the policy lists against it.
  public struct Pair: Hashable, Sendable, Comparable {
    /// What own posts were about.
    public var theme: ThemeID
    /// What stood beside them.
    public var category: CategoryID

    /// By theme, then category.
    public static func < (left: Self, right: Self) -> Bool {
      (left.theme, left.category) < (right.theme, right.category)
    }
  }

  /// By platform.
  public private(set) var platforms: [Platform: Headline.Cell] = [:]
  /// By own account.
  public private(set) var accounts: [String: Headline.Cell] = [:]
  /// Captures with measured exposures, by platform and by account.
  public private(set) var captures: [String: Int] = [:]
  /// The capture counted last for each platform and account.
  private var lastCapture: [String: Int] = [:]
  /// By the day of the own post in UTC, counted from 1970-01-01.
  public private(set) var days: [Int: Headline.Cell] = [:]
  /// By the hour of the own post in UTC, 0 to 23.
  public private(set) var hours: [Int: Headline.Cell] = [:]
  /// Exposures whose own post has no date.
  public private(set) var undated = 0
  /// By what the own post is about; posts about nothing known are under nil.
  public private(set) var themes: [ThemeID?: Headline.Cell] = [:]
  /// Measured exposures with a listed contradiction, by theme and category.
  public private(set) var contradictions: [Pair: Int] = [:]
  /// Measured exposures with a direct or embedded neighbour of a category, by its worst tier.
  public private(set) var categories: [CategoryID: Tally.TierCounts] = [:]
  /// Of these, how many are unsuitable by the policy.
  public private(set) var unsuitableCategories: [CategoryID: Int] = [:]
  /// The same by the group that is attacked.
  public private(set) var targets: [String: Tally.TierCounts] = [:]
  /// Of these, how many are unsuitable by the policy.
  public private(set) var unsuitableTargets: [String: Int] = [:]
  /// By the source of the direct neighbours, of exposures that have one of that source.
  public private(set) var sources: [NeighbourSource: Headline.Cell] = [:]

  /// Counts nothing yet.
  public init() {}

  /// Adds an exposure.
  public mutating func add(_ mark: ExposureMark) {
    platforms[mark.platform, default: .init()].add(mark)
    accounts[mark.account, default: .init()].add(mark)
    if let time = mark.time {
      days[time.day, default: .init()].add(mark)
      hours[time.hour, default: .init()].add(mark)
    } else {
      undated += 1
    }
    for theme in mark.themes { themes[theme, default: .init()].add(mark) }
    if mark.themes.isEmpty { themes[nil, default: .init()].add(mark) }
    guard mark.isMeasured else { return }
    for name in [mark.platform.rawValue, mark.account] where lastCapture[name] != mark.capture {
      lastCapture[name] = mark.capture
      captures[name, default: 0] += 1
    }
    for category in mark.categories {
      categories[category.id, default: [:]][category.tier, default: 0] += 1
      unsuitableCategories[category.id, default: 0] += category.isUnsuitable ? 1 : 0
      for theme in category.contradicts {
        contradictions[Pair(theme: theme, category: category.id), default: 0] += 1
      }
    }
    for target in mark.targets {
      targets[target.name, default: [:]][target.tier, default: 0] += 1
      unsuitableTargets[target.name, default: 0] += target.isUnsuitable ? 1 : 0
    }
    for source in mark.sources {
      var cell = sources[source.source] ?? Headline.Cell()
      cell.safety.add(source.isUnsafe, isUnknown: source.hasUnknown)
      cell.suitability.add(source.isUnsuitable, isUnknown: source.hasUnknown)
      sources[source.source] = cell
    }
  }

  /// Adds the figures of other exposures.
  public mutating func add(_ other: ExposureParts) {
    platforms.merge(other.platforms) { $0.adding($1) }
    accounts.merge(other.accounts) { $0.adding($1) }
    days.merge(other.days) { $0.adding($1) }
    hours.merge(other.hours) { $0.adding($1) }
    captures.merge(other.captures, uniquingKeysWith: +)
    undated += other.undated
    themes.merge(other.themes) { $0.adding($1) }
    contradictions.merge(other.contradictions, uniquingKeysWith: +)
    categories.merge(other.categories) { $0.merging($1, uniquingKeysWith: +) }
    unsuitableCategories.merge(other.unsuitableCategories, uniquingKeysWith: +)
    targets.merge(other.targets) { $0.merging($1, uniquingKeysWith: +) }
    unsuitableTargets.merge(other.unsuitableTargets, uniquingKeysWith: +)
    sources.merge(other.sources) { $0.adding($1) }
  }
}

extension Headline.Cell {
  fileprivate func adding(_ other: Self) -> Self {
    var sum = self
    sum.add(other)
    return sum
  }
}
