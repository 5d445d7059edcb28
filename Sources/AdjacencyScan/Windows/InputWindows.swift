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

  private let input: Int
  private let policy: RiskPolicy
  private let accounts: [String]
  private let assumesFeedOrder: Bool
  private var tracks: [CaptureTrack] = []
  private var trackOfKey: [String: Int] = [:]

  init(input: Int, accounts: [String], policy: RiskPolicy, assumesFeedOrder: Bool) {
    self.input = input
    self.accounts = accounts
    self.policy = policy
    self.assumesFeedOrder = assumesFeedOrder
  }

  /// Takes the slots of the next chunk, which so many records came before.
  mutating func add(_ chunk: ScannedChunk, recordsBefore: Int) {
    let tracks = chunk.captureKeys.map { track(for: $0) }
    for slot in chunk.slots {
      var entry = slot.kept >= 0 ? chunk.kept[Int(slot.kept)] : nil
      entry?.record += recordsBefore
      let account = slot.account >= 0 ? accounts[Int(slot.account)] : nil
      self.tracks[tracks[Int(slot.capture)]].add(slot, entry: entry, account: account, input: input)
    }
  }

  private mutating func track(for key: String) -> Int {
    if let known = trackOfKey[key] { return known }
    tracks.append(CaptureTrack(feed: key, order: .stream, window: policy.window))
    trackOfKey[key] = tracks.count - 1
    return tracks.count - 1
  }

  /// Ends the input: judges what may be claimed and refuses the rest with a reason.
  mutating func finish(firstCapture: Int) -> Result {
    let model = RiskModel(policy: policy)
    var result = Result()
    for index in tracks.indices {
      tracks[index].finish()
      let track = tracks[index]
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
    tracks = []
    trackOfKey = [:]
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
