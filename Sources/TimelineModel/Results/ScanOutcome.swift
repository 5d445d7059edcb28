/// What a scan found, before anything is rated or written.
public struct ScanOutcome: Sendable {
  /// The inputs, in the order given.
  public var inputs: [InputSummary] = []
  /// Counts over all inputs.
  public var tally = Tally()
  /// Own posts in feeds.
  public var exposures: [Exposure] = []
  /// Own posts on the pages of conversations, which are counted apart.
  public var threadExposures: [Exposure] = []
  /// The captures that hold own posts.
  public var captures: [CaptureSummary] = []
  /// Own posts that no adjacency can be claimed for.
  public var refusals: [Refusal] = []

  /// Holds nothing yet.
  public init() {}

  /// Whether everything could be read and decided.
  public var isComplete: Bool {
    tally.undecided == 0 && inputs.allSatisfy { $0.isComplete && $0.problems == 0 }
  }
}
