import TimelineModel

/// All feeds of one input: hands each slot to its feed, and in the end tells what may be claimed.
struct InputWindows {
  /// What an input's own posts come to.
  struct Result {
    /// Exposures in feeds, then captures that they stand in.
    var exposures: [Exposure] = []
    /// Exposures on the pages of conversations, counted apart.
    var threadExposures: [Exposure] = []
    var captures: [CaptureSummary] = []
    var refusals: [Refusal] = []
  }

  /// A feed's tracks, one for each order that its entries state.
  private struct Feed {
    let name: String
    var tracks: [CaptureTrack] = []
    var current = 0

    /// Turns to the track of an order; what another order's entries stand between is not adjacent.
    mutating func turn(to order: OrderClass, window: Int) {
      if tracks.indices.contains(current) {
        guard tracks[current].order != order else { return }
        tracks[current].endCapture()
      }
      current = tracks.firstIndex { $0.order == order } ?? tracks.count
      if current == tracks.count {
        tracks.append(CaptureTrack(feed: name, order: order, window: window))
      }
    }
  }

  private let input: Int
  private let policy: RiskPolicy
  private let accounts: [String]
  private let assumesFeedOrder: Bool
  private var feeds: [Feed] = []
  private var feedOfKey: [String: Int] = [:]

  init(input: Int, accounts: [String], policy: RiskPolicy, assumesFeedOrder: Bool) {
    self.input = input
    self.accounts = accounts
    self.policy = policy
    self.assumesFeedOrder = assumesFeedOrder
  }

  /// Takes the slots of the next chunk, which so many records came before.
  mutating func add(_ chunk: ScannedChunk, recordsBefore: Int) {
    let feeds = chunk.captureKeys.map { feed(for: $0) }
    for slot in chunk.slots {
      var entry = slot.kept >= 0 ? chunk.kept[Int(slot.kept)] : nil
      entry?.record += recordsBefore
      let account = slot.account >= 0 ? accounts[Int(slot.account)] : nil
      let feed = feeds[Int(slot.capture)]
      self.feeds[feed].turn(to: slot.order, window: policy.window)
      let track = self.feeds[feed].current
      self.feeds[feed].tracks[track].add(slot, entry: entry, account: account, input: input)
    }
  }

  private mutating func feed(for key: String) -> Int {
    if let known = feedOfKey[key] { return known }
    feeds.append(Feed(name: key))
    feedOfKey[key] = feeds.count - 1
    return feeds.count - 1
  }

  /// Ends the input: judges what may be claimed and refuses the rest with a reason.
  mutating func finish(firstCapture: Int) -> Result {
    let model = RiskModel(policy: policy)
    var result = Result()
    for track in feeds.flatMap(\.tracks) {
      let order = track.evidence.corrected(track.order)
      guard assumesFeedOrder || order.supportsAdjacency || order == .thread else {
        refuse(track, order, &result)
        continue
      }
      let offset = firstCapture + result.captures.count
      for var exposure in track.exposures {
        exposure.capture += offset
        model.judge(&exposure)
        if order == .thread, !assumesFeedOrder {
          result.threadExposures.append(exposure)
        } else {
          result.exposures.append(exposure)
        }
      }
      result.captures += track.captures
    }
    feeds = []
    feedOfKey = [:]
    return result
  }

  private func refuse(_ track: CaptureTrack, _ order: OrderClass, _ result: inout Result) {
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
    result.refusals.append(
      Refusal(
        input: input, feed: track.feed, order: order, reason: reason, ownPosts: track.ownPosts,
        entries: track.entries))
  }
}
