import TimelineModel

/// A feed's tracks, one for each order that its entries state, each with what it came to.
struct FeedTracks {
  private let name: String
  private let window: Int
  private(set) var tracks: [CaptureTrack] = []
  private(set) var logs: [ExposureLog] = []
  private var current = 0

  init(name: String, window: Int) {
    self.name = name
    self.window = window
  }

  /// Takes the feed's next slot.
  mutating func add(
    _ slot: ScannedSlot, entry: Entry?, account: String?, input: Int, nextCapture: inout Int
  ) {
    turn(to: slot.order)
    tracks[current].add(
      slot, entry: entry, account: account, input: input, nextCapture: &nextCapture)
  }

  /// Takes records that could not be read, which stood before a slot or at the end.
  mutating func addUnreadable(
    _ records: Int, before slot: ScannedSlot? = nil, isNumbered: Bool = false
  ) {
    if let slot { turn(to: slot.order) }
    tracks[current].addUnreadable(
      records, isPage: slot?.flags.contains(.startsPage) ?? false,
      isNumbered: isNumbered || slot?.position != nil)
  }

  /// Turns to the track of an order; what another order's entries stand between is not adjacent.
  private mutating func turn(to order: OrderClass) {
    if tracks.indices.contains(current) {
      guard tracks[current].order != order else { return }
      tracks[current].endCapture()
    }
    current = tracks.firstIndex { $0.order == order } ?? tracks.count
    if current == tracks.count {
      tracks.append(CaptureTrack(feed: name, order: order, window: window))
      logs.append(ExposureLog())
    }
  }

  /// Judges and logs the own posts whose windows are complete; at the end of the input, all.
  mutating func log(_ model: RiskModel, _ spool: ExposureSpool?, isAtEnd: Bool) throws {
    for index in tracks.indices {
      if isAtEnd { tracks[index].endCapture() }
      for var exposure in tracks[index].takeComplete() {
        model.judge(&exposure)
        try logs[index].add(exposure, model.mark(of: exposure), spool: spool)
      }
    }
  }
}
