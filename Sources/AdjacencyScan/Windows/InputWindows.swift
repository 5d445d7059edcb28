import TimelineModel

/// All feeds of one input: hands each slot to its feed, and in the end tells what may be claimed.
struct InputWindows {
  private let input: Int
  private let model: RiskModel
  private let window: Int
  private let accounts: [String]
  private let assumesFeedOrder: Bool
  private let spool: ExposureSpool?
  private var nextCapture: Int
  private var feeds: [FeedTracks] = []
  private var feedOfKey: [String: Int] = [:]
  private var lastFeed: Int?
  /// Records since the last entry that could not be read.
  private var unreadable = 0

  init(input: Int, firstCapture: Int, plan: ScanPlan) {
    self.input = input
    nextCapture = firstCapture
    model = RiskModel(policy: plan.policy)
    window = plan.window
    accounts = (plan.organisation?.accounts ?? []).map(\.name)
    assumesFeedOrder = plan.assumesFeedOrder
    spool = plan.spool
  }

  /// Takes the slots of the next part, which so many records came before.
  mutating func add(_ part: ScannedPart, recordsBefore: Int) throws {
    let numbers = part.captureKeys.map { feed(for: $0) }
    for slot in part.slots {
      var entry = slot.kept >= 0 ? part.kept[Int(slot.kept)] : nil
      entry?.record += recordsBefore
      let account = slot.account >= 0 ? accounts[Int(slot.account)] : nil
      let feed = numbers[Int(slot.capture)]
      unreadable += Int(slot.unreadableBefore)
      if unreadable > 0 {
        endUnreadable(beside: feed)
        feeds[feed].addUnreadable(unreadable, before: slot)
        unreadable = 0
      }
      lastFeed = feed
      feeds[feed].add(
        slot, entry: entry, account: account, input: input, nextCapture: &nextCapture)
    }
    unreadable += part.unreadableAfter
    for number in numbers { try feeds[number].log(model, spool, isAtEnd: false) }
  }

  /// What could not be read may have stood in the feed that was read before.
  private mutating func endUnreadable(beside feed: Int?) {
    guard let last = lastFeed, last != feed, unreadable > 0 else { return }
    feeds[last].addUnreadable(unreadable, isNumbered: feed != nil)
  }

  private mutating func feed(for key: String) -> Int {
    if let known = feedOfKey[key] { return known }
    feeds.append(FeedTracks(name: key, window: window))
    feedOfKey[key] = feeds.count - 1
    return feeds.count - 1
  }

  /// Ends the input: adds what may be claimed to the outcome, and refuses the rest with a reason.
  ///
  /// Returns the number of the next capture.
  mutating func finish(into outcome: inout ScanOutcome) throws -> Int {
    endUnreadable(beside: nil)
    for number in feeds.indices {
      try feeds[number].log(model, spool, isAtEnd: true)
      for (track, log) in zip(feeds[number].tracks, feeds[number].logs) {
        add(track, log, to: &outcome)
      }
    }
    return nextCapture
  }

  private func add(_ track: CaptureTrack, _ log: ExposureLog, to outcome: inout ScanOutcome) {
    let order = track.evidence.corrected(track.order)
    if order == .thread, !assumesFeedOrder {
      outcome.threads.add(log.figures)
      outcome.threadExposures += log.kept
      outcome.spooledThreads += log.spooled
    } else if assumesFeedOrder || order.supportsAdjacency {
      outcome.feeds.add(log.figures)
      outcome.exposures += log.kept
      outcome.spooledFeeds += log.spooled
    } else {
      return refuse(track, order, &outcome)
    }
    outcome.captures += track.captures
  }

  private func refuse(_ track: CaptureTrack, _ order: OrderClass, _ outcome: inout ScanOutcome) {
    guard track.ownPosts > 0 else { return }
    let reason =
      switch order {
      case .own:
        "every entry is by one account, so the file cannot show what stood next to its posts; "
          + "capture a timeline that others post to as well"
      default:
        track.order == .chronological
          ? "the entries do not run from new to old as a timeline is served, so nobody saw them in "
            + "this order"
          : "the entries are a search, a stream or a sample, or the export does not say what their "
            + "order means, so nobody can be said to have seen them in this order"
      }
    outcome.refusals.append(
      Refusal(
        input: input, feed: track.feed, order: order, reason: reason, ownPosts: track.ownPosts,
        entries: track.entries))
  }
}
