import JSONText
import RulePacks
import TimelineModel

/// Goes through a classified batch once: counts, flags slots, keeps what a report may show.
struct PartSummary {
  let plan: ScanPlan
  let accounts: OwnAccounts
  let languages: Set<LanguageCode>

  init(plan: ScanPlan, accounts: OwnAccounts) {
    self.plan = plan
    self.accounts = accounts
    languages = plan.rules.supportedLanguages
  }

  func summarise(
    _ batch: PostBatch, _ classifier: inout BatchClassifier, _ recordBytes: [Int],
    into result: inout ScannedPart
  ) {
    let keeper = EntryKeeper(plan: plan, accounts: accounts, recordBytes: recordBytes)
    result.tally.skipped = batch.skipped
    var evidence: [Int: MatchCursor.Found] = [:]
    var matches = MatchCursor(classifier.results)
    result.slots.reserveCapacity(batch.entries.count)
    var keys = CaptureKeys()
    var lines = JSONWriter()
    for (index, entry) in batch.entries.enumerated() {
      let found = matches.advance(through: entry.contents)
      var verdict: Verdict?
      if !found.isEmpty {
        verdict = keeper.verdict(of: entry, found, batch, &classifier)
        evidence[index] = found
      }
      let account = accounts.isEmpty ? nil : accounts.author(of: batch.own(entry), in: batch)
      let judged = count(entry, batch, verdict, account: account, &result.tally)
      if plan.purpose == .verdictLines {
        VerdictLine.append(entry, batch, verdict, to: &lines)
        continue
      }
      let capture = keys.index(of: entry.capture, in: batch)
      var slot = slot(entry, batch, account: account, capture: capture)
      if judged.isUnsafe { slot.flags.insert(.unsafe) }
      if judged.isUnsuitable { slot.flags.insert(.unsuitable) }
      result.slots.append(slot)
      if plan.isReview, account == nil, let verdict {
        keeper.sample(verdict, of: entry, batch, into: &result.sample)
      }
    }
    result.output = lines.take()
    guard plan.purpose == .windows else { return }
    result.captureKeys = keys.names
    let needed = NeededEntries.find(result.slots, window: plan.window, keys.names.count)
    for index in needed {
      result.slots[index].kept = Int32(result.kept.count)
      let isOwn = result.slots[index].account >= 0
      let entry = batch.entries[index]
      let verdict = evidence[index].map {
        keeper.verdict(of: entry, $0, batch, &classifier, tellsRepeats: true)
      }
      result.kept.append(keeper.entry(entry, batch, verdict ?? Verdict(), isOwn: isOwn))
    }
  }

  private func slot(
    _ entry: BatchEntry, _ batch: PostBatch, account: Int?, capture: Int
  ) -> ScannedSlot {
    var flags: ScannedSlot.Flags = []
    if account != nil { flags.insert(.own) }
    if entry.startsCapture { flags.insert(.startsCapture) }
    if entry.startsPage { flags.insert(.startsPage) }
    if entry.isPinned { flags.insert(.pinned) }
    return ScannedSlot(
      flags: flags, unreadableBefore: entry.unreadableBefore, order: entry.order,
      capture: Int32(capture), account: Int16(account ?? -1),
      kept: -1, rank: entry.rank, position: entry.position, author: authorKey(entry, batch))
  }

  /// Tells authors apart by FNV-1a of the id or handle: the same in every run.
  private func authorKey(_ entry: BatchEntry, _ batch: PostBatch) -> UInt64 {
    let content = batch.own(entry)
    let name = content.authorID.isEmpty ? content.handle : content.authorID
    guard !name.isEmpty, entry.kind != .placeholder else { return 0 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in batch.names[name.indices] {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    return hash | 1
  }
}

extension PostBatch {
  /// An entry's own content.
  func own(_ entry: BatchEntry) -> BatchContent { contents[entry.contents.lowerBound] }
}
