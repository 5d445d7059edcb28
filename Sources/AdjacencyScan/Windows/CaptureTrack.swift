import TimelineModel

/// One feed of one input in one order while its entries come in: cuts it into captures and finds the
/// neighbours of own posts.
///
/// Holds at most a window of entries, the own posts that wait for what follows them, and what the
/// own posts came to.
struct CaptureTrack {
  private struct Slot {
    var entry: Entry?
    var isOwn: Bool
  }

  let feed: String
  private let window: Int
  /// The order that the export states.
  let order: OrderClass
  private(set) var entries = 0
  private(set) var ownPosts = 0
  private(set) var evidence = OrderEvidence()
  /// Captures that hold own posts.
  private(set) var captures: [CaptureSummary] = []
  /// The own posts that still wait for neighbours or for being taken, in feed order.
  private var exposures: [Exposure] = []

  private var recent: [Slot] = []
  /// Exposures at the end of `exposures` that still take neighbours from below.
  private var waiting = 0
  private var slot = 0
  /// The slots of the capture so far that the export holds.
  private var captureEntries = 0
  /// Of these, entries by others of tier floor, and unsuitable ones.
  private var captureUnsafe = 0
  private var captureUnsuitable = 0
  private var lastRank: UInt64?
  private var lastPosition: Int64?
  private var isInListedCapture = false

  init(feed: String, order: OrderClass, window: Int) {
    self.feed = feed
    self.order = order
    self.window = window
  }

  /// Takes records that could not be read, each of which filled a slot at least.
  ///
  /// An export that numbers its slots tells the gap itself; a lost page may have filled any number.
  mutating func addUnreadable(_ records: Int, isPage: Bool = false, isNumbered: Bool = false) {
    guard !isNumbered || lastPosition == nil else { return }
    for _ in 0..<(isPage ? window : min(records, window)) { addGap() }
  }

  /// Takes the next slot of the feed; `account` is the own account's name for an own post.
  mutating func add(
    _ slot: ScannedSlot, entry: Entry?, account: String?, input: Int, nextCapture: inout Int
  ) {
    breakIfNeeded(before: slot)
    entries += 1
    captureEntries += 1
    captureUnsafe += slot.flags.contains(.unsafe) ? 1 : 0
    captureUnsuitable += slot.flags.contains(.unsuitable) ? 1 : 0
    evidence.add(author: slot.author, isPlaceholder: slot.author == 0)
    self.slot += 1
    let isOwn = account != nil
    offer(entry, isOwn: isOwn)
    if let account, let entry {
      ownPosts += 1
      expose(entry, account: account, input: input, &nextCapture)
    }
    recent.append(Slot(entry: entry, isOwn: isOwn))
    if recent.count > window { recent.removeFirst() }
    if isInListedCapture { updateSummary() }
  }

  private mutating func updateSummary() {
    let last = captures.count - 1
    captures[last].entries = captureEntries
    captures[last].slots = slot
    captures[last].othersUnsafe = captureUnsafe
    captures[last].othersUnsuitable = captureUnsuitable
  }

  /// Hands over the own posts whose windows are complete.
  mutating func takeComplete() -> [Exposure] {
    let complete = exposures.count - waiting
    guard complete > 0 else { return [] }
    defer { exposures.removeFirst(complete) }
    return Array(exposures.prefix(complete))
  }

  private mutating func breakIfNeeded(before slot: ScannedSlot) {
    defer {
      if !slot.flags.contains(.pinned) { lastRank = slot.rank ?? lastRank }
      lastPosition = slot.position
    }
    if slot.flags.contains(.startsCapture) {
      return endCapture()
    }
    if slot.flags.contains(.startsPage) {
      // A page goes on the page before when it starts below where that one ended.
      guard let last = lastRank, let rank = slot.rank, rank < last else { return endCapture() }
      return
    }
    if order == .chronological, !slot.flags.contains(.pinned), let last = lastRank,
      let rank = slot.rank
    {
      evidence.addPair(inOrder: rank < last)
      if rank >= last { return endCapture() }
    }
    guard let position = slot.position, let last = lastPosition else { return }
    guard position > last else { return endCapture() }
    for _ in 0..<min(position - last - 1, Int64(window)) {
      addGap()
    }
  }

  /// A slot of which the export tells nothing.
  private mutating func addGap() {
    slot += 1
    let post = Post(role: .own, platform: Platform(rawValue: ""), id: "", author: Account())
    let gap = Entry(
      kind: .placeholder, isPromoted: false, isPinned: false, posts: [post], verdict: Verdict(),
      record: 0, byte: 0)
    offer(gap, isOwn: false)
    recent.append(Slot(entry: gap, isOwn: false))
    if recent.count > window { recent.removeFirst() }
  }

  /// Gives a new entry to the own posts above it.
  private mutating func offer(_ entry: Entry?, isOwn: Bool) {
    guard waiting > 0 else { return }
    var stillWaiting = 0
    for index in exposures.indices.suffix(waiting) {
      let distance = slot - exposures[index].slot
      guard distance <= window else { continue }
      if let entry {
        exposures[index].neighbours.append(
          Exposure.Neighbour(side: .below, distance: distance, entry: entry, isOwn: isOwn))
      }
      stillWaiting += distance < window ? 1 : 0
    }
    waiting = stillWaiting
  }

  private mutating func expose(
    _ entry: Entry, account: String, input: Int, _ nextCapture: inout Int
  ) {
    if !isInListedCapture {
      captures.append(
        CaptureSummary(
          number: nextCapture, input: input, feed: feed, order: order, platform: entry.own.platform,
          entries: captureEntries, exposures: 0))
      nextCapture += 1
      isInListedCapture = true
    }
    captures[captures.count - 1].exposures += 1
    var neighbours: [Exposure.Neighbour] = []
    for (offset, above) in recent.enumerated() {
      guard let other = above.entry else { continue }
      neighbours.append(
        Exposure.Neighbour(
          side: .above, distance: recent.count - offset, entry: other, isOwn: above.isOwn))
    }
    if entry.posts.count > 1 {
      neighbours.append(Exposure.Neighbour(side: .embedded, distance: 0, entry: entry))
    }
    exposures.append(
      Exposure(
        own: entry, account: account, capture: captures[captures.count - 1].number, slot: slot,
        order: order, neighbours: neighbours))
    waiting += 1
  }

  /// Ends a capture: what comes next is no neighbour of what came before.
  mutating func endCapture() {
    recent.removeAll(keepingCapacity: true)
    waiting = 0
    slot = 0
    captureEntries = 0
    captureUnsafe = 0
    captureUnsuitable = 0
    isInListedCapture = false
  }
}
