/// What became different between two periods, and when; nil figures where nothing was measured.
public struct PeriodChange: Hashable, Sendable {
  /// A run of days, both ends included.
  public struct Days: Hashable, Sendable {
    /// The name that a user gave it, such as `2026-10`.
    public var name: String
    /// The first day, as `2026-10-01`.
    public var first: String
    /// The last day.
    public var last: String

    /// Names some days.
    public init(name: String, first: String, last: String) {
      self.name = name
      self.first = first
      self.last = last
    }
  }

  /// Which rate is compared.
  public enum Figure: Hashable, Sendable {
    /// Exposures beside a neighbour of tier floor.
    case safety
    /// Exposures beside an unsuitable neighbour.
    case suitability
    /// Exposures with a listed contradiction.
    case contradictions
    /// Exposures beside a neighbour of a category.
    case category(CategoryID)
  }

  /// One rate in both periods.
  public struct Comparison: Hashable, Sendable {
    /// All exposures, a platform or an account.
    public var scope: PostureStatement.Scope
    /// Which rate.
    public var figure: Figure
    /// In the earlier period.
    public var before: Rate
    /// In the period.
    public var after: Rate
    /// The later share less the earlier one, with its 95 % interval; nil where one has no trials.
    public var difference: Double?
    /// The interval's lower end.
    public var low: Double?
    /// The interval's upper end.
    public var high: Double?
    /// Fisher's exact test, adjusted for all comparisons of the report (Holm), in 0...1.
    public var pValue: Double?

    /// Compares a rate that has yet to be tested.
    public init(
      scope: PostureStatement.Scope, figure: Figure, before: Rate, after: Rate
    ) {
      self.scope = scope
      self.figure = figure
      self.before = before
      self.after = after
    }

    /// Whether the difference is more than chance at the 5 % level, all comparisons considered.
    public var isSignificant: Bool { (pValue ?? 1) < 0.05 }
  }

  /// A day from which on a rate was another.
  public struct Turn: Hashable, Sendable {
    /// All exposures or a platform.
    public var scope: PostureStatement.Scope
    /// Which rate.
    public var figure: Figure
    /// The first day of the new rate.
    public var day: String
    /// The rate from the turn before, or the first day, up to this day.
    public var before: Rate
    /// The rate from this day up to the next turn, or the last day.
    public var after: Rate
    /// Of the permutation test, in 0...1.
    public var pValue: Double

    /// Dates a turn.
    public init(
      scope: PostureStatement.Scope, figure: Figure, day: String, before: Rate, after: Rate,
      pValue: Double
    ) {
      self.scope = scope
      self.figure = figure
      self.day = day
      self.before = before
      self.after = after
      self.pValue = pValue
    }
  }

  /// How often the rules of one family matched directly beside own posts.
  public struct Family: Hashable, Sendable {
    /// The pack and the family, such as `racism.go-home`.
    public var name: String
    /// The category.
    public var category: CategoryID
    /// In the earlier period: exposures of measured exposures.
    public var before: Rate
    /// In the period.
    public var after: Rate

    /// Counts a family.
    public init(name: String, category: CategoryID, before: Rate, after: Rate) {
      self.name = name
      self.category = category
      self.before = before
      self.after = after
    }

    /// Whether it was never found in the earlier period.
    public var isNew: Bool { before.count == 0 && after.count > 0 }
  }

  /// A posture that is not what it was.
  public struct PostureChange: Hashable, Sendable {
    /// All exposures, a platform or an account.
    public var scope: PostureStatement.Scope
    /// What was stated for the earlier period; nil when nothing was measured.
    public var before: PostureStatement?
    /// What is stated now.
    public var after: PostureStatement

    /// Pairs two statements.
    public init(
      scope: PostureStatement.Scope, before: PostureStatement?, after: PostureStatement
    ) {
      self.scope = scope
      self.before = before
      self.after = after
    }
  }

  /// A report of the earlier period that was tabled.
  public struct Tabled: Hashable, Sendable {
    /// The name of the period that it was compared with itself; nil for none.
    public var against: String?
    /// The SHA-256 of its JSON document, in hexadecimal.
    public var digest: String

    /// Names a report.
    public init(against: String?, digest: String) {
      self.against = against
      self.digest = digest
    }
  }

  /// One way of measuring, and how much of each period it measured.
  public struct Method: Hashable, Sendable {
    /// The program, the packs and their versions, the policy's digest: in a few words.
    public var summary: String
    /// Exposures of the earlier period.
    public var before: Int
    /// Exposures of the period.
    public var after: Int

    /// Describes a method.
    public init(summary: String, before: Int, after: Int) {
      self.summary = summary
      self.before = before
      self.after = after
    }
  }

  /// The period.
  public var period: Days
  /// The earlier period; nil: nothing is compared.
  public var against: Days?
  /// The report of the earlier period that this one follows; nil where none was tabled.
  public var tabled: Tabled?
  /// The days in which turns were looked for.
  public var watched: Days?
  /// The exposures of the earlier period.
  public var exposuresBefore = 0
  /// Rates in both periods: all first, then platforms, then accounts.
  public var comparisons: [Comparison] = []
  /// Turns in any rate, overall and by platform, by day.
  public var turns: [Turn] = []
  /// Rule families, the most frequent first.
  public var families: [Family] = []
  /// Postures that are not what they were.
  public var postures: [PostureChange] = []
  /// By what it was measured, the oldest first; more than one is a mixture.
  public var methods: [Method] = []
  /// Sightings that two files held, counted once.
  public var repeats = 0
  /// Inputs whose evidence was pruned, so that their own posts are missing here.
  public var pruned = 0
  /// Inputs of the history without a day, which no period holds.
  public var undated = 0

  /// Names the periods.
  public init(period: Days, against: Days?) {
    self.period = period
    self.against = against
  }
}
