public import Diagnostics

/// What a scan found, before anything is rated or written.
public struct ScanOutcome: Sendable {
  /// The inputs, in the order given.
  public var inputs: [InputSummary] = []
  /// Counts over all inputs.
  public var tally = Tally()
  /// Findings drawn for people to look at.
  public var sample = FindingSample()
  /// What own posts in feeds come to.
  public var feeds = ExposureFigures()
  /// What own posts on the pages of conversations come to, which are counted apart.
  public var threads = ExposureFigures()
  /// Every own post in a feed, unless each was written out as it was found.
  public var exposures: [Exposure] = []
  /// Every own post on the page of a conversation, with the same reserve.
  public var threadExposures: [Exposure] = []
  /// Where own posts in feeds stand in the spool, if they were written out as they were found.
  package var spooledFeeds: [Range<Int>] = []
  /// The same for own posts on the pages of conversations.
  package var spooledThreads: [Range<Int>] = []
  /// The captures that hold own posts.
  public var captures: [CaptureSummary] = []
  /// Own posts that no adjacency can be claimed for.
  public var refusals: [Refusal] = []

  /// Holds nothing yet.
  public init() {}

  /// Everything to tell about the inputs, and about rules that gave up.
  public var diagnostics: [Diagnostic] {
    var told = inputs.flatMap(\.diagnostics)
    if tally.undecided > 0 {
      let rules = tally.undecidedRules.keys.sorted().map { "`\($0)`" }
      told.append(
        Diagnostic(
          .warning, "S003",
          (tally.undecided == 1 ? "1 post" : "\(tally.undecided) posts")
            + " could not be decided by \(rules.joined(separator: ", "))",
          help: "they count as unknown, not as clean; a simpler pattern would decide them"))
    }
    return told
  }

  /// Whether everything could be read and decided.
  public var isComplete: Bool {
    tally.undecided == 0
      && inputs.allSatisfy { $0.isComplete && $0.problems == 0 && $0.namesAuthors }
  }
}
