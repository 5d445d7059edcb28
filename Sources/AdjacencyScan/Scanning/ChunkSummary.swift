import RulePacks
import TimelineModel

/// Goes through a classified batch once: counts, flags slots, keeps what a report may show.
struct ChunkSummary {
  private let plan: ScanPlan
  private let accounts: OwnAccounts
  private let languages: Set<LanguageCode>

  init(plan: ScanPlan, accounts: OwnAccounts) {
    self.plan = plan
    self.accounts = accounts
    languages = plan.rules.supportedLanguages
  }

  func summarise(
    _ batch: PostBatch, _ classifier: inout BatchClassifier, _ recordBytes: [Int],
    into result: inout ScannedChunk
  ) {
    let keeper = EntryKeeper(rules: plan.rules, accounts: accounts, recordBytes: recordBytes)
    result.tally.skipped = batch.skipped
    var evidence: [Int: MatchCursor.Found] = [:]
    var matches = MatchCursor(classifier.results)
    result.slots.reserveCapacity(batch.entries.count)
    var keys = CaptureKeys()
    for (index, entry) in batch.entries.enumerated() {
      let found = matches.advance(through: entry.contents)
      var verdict: Verdict?
      if !found.isEmpty {
        verdict = keeper.verdict(of: entry, found, batch, &classifier)
        evidence[index] = found
      }
      let account = accounts.isEmpty ? nil : accounts.author(of: batch.own(entry), in: batch)
      count(entry, batch, verdict, account: account, &result.tally)
      if plan.purpose == .verdictLines {
        VerdictLine.append(entry, batch, verdict, to: &result.output)
        continue
      }
      let capture = keys.index(of: entry.capture, in: batch)
      result.slots.append(slot(entry, batch, account: account, capture: capture))
    }
    guard plan.purpose == .windows else { return }
    result.captureKeys = keys.names
    let needed = NeededEntries.find(result.slots, window: plan.policy.window, keys.names.count)
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

  private func count(
    _ entry: BatchEntry, _ batch: PostBatch, _ verdict: Verdict?, account: Int?,
    _ tally: inout Tally
  ) {
    tally.entries[entry.kind, default: 0] += 1
    tally.promoted += entry.isPromoted ? 1 : 0
    var isUnknown = false
    for content in batch.contents[entry.contents] {
      count(content, &tally)
      isUnknown = isUnknown || content.isMissing || content.isTruncated
    }
    if let verdict, !verdict.undecided.isEmpty {
      isUnknown = true
      tally.undecided += Set(verdict.undecided.map(\.post)).count
      for rule in verdict.undecided { tally.undecidedRules[rule.rule, default: 0] += 1 }
    }
    let own = batch.own(entry)
    if own.handle.isEmpty, entry.kind != .placeholder {
      tally.withoutHandle += 1
      tally.withoutAuthor += own.authorID.isEmpty ? 1 : 0
    }
    guard account == nil else {
      tally.own += 1
      return
    }
    guard entry.kind != .placeholder else { return }
    tally.others += 1
    let (isUnsafe, isUnsuitable) = verdict.map { count($0, &tally) } ?? (false, false)
    if isUnknown {
      tally.othersPerhapsUnsafe += isUnsafe ? 0 : 1
      tally.othersPerhapsUnsuitable += isUnsuitable ? 0 : 1
    }
    countReplySurface(entry, batch, verdict, isUnsuitable, &tally)
  }

  private func count(_ content: BatchContent, _ tally: inout Tally) {
    guard !content.isMissing else {
      tally.missing += 1
      return
    }
    tally.posts += content.fields.isEmpty ? 0 : 1
    tally.truncated += content.isTruncated ? 1 : 0
    tally.undescribedMedia += content.media > content.describedMedia ? 1 : 0
    if content.language != .unknown, !languages.contains(content.language), !content.fields.isEmpty
    {
      tally.unsupportedLanguage += 1
    }
  }

  /// Counts a verdict of somebody else's entry; returns how it is judged.
  private func count(
    _ verdict: Verdict, _ tally: inout Tally
  ) -> (isUnsafe: Bool, isUnsuitable: Bool) {
    var isUnsafe = false
    var isUnsuitable = false
    for (category, found) in verdict.categories {
      tally.categories[category, default: [:]][found.tier, default: 0] += 1
      isUnsafe = isUnsafe || found.tier == .floor
      isUnsuitable = isUnsuitable || plan.policy.isUnsuitable(category, found.tier)
    }
    tally.othersUnsafe += isUnsafe ? 1 : 0
    tally.othersUnsuitable += isUnsuitable ? 1 : 0
    return (isUnsafe, isUnsuitable)
  }

  private func countReplySurface(
    _ entry: BatchEntry, _ batch: PostBatch, _ verdict: Verdict?, _ isUnsuitable: Bool,
    _ tally: inout Tally
  ) {
    guard !accounts.isEmpty else { return }
    let own = batch.own(entry)
    var quoted: Int?
    for content in batch.contents[entry.contents].dropFirst() {
      guard let account = accounts.author(of: content, in: batch) else { continue }
      switch content.role {
      case .reposted: tally.replySurface[account, default: .init()].reposts += 1
      case .quoted: quoted = account
      case .own, .repliedTo: break
      }
    }
    let answered = accounts.addressee(of: own, in: batch)
    guard let account = answered ?? quoted else { return }
    var surface = tally.replySurface[account] ?? .init()
    surface.replies += answered != nil ? 1 : 0
    surface.quotes += answered == nil ? 1 : 0
    surface.unsuitable += isUnsuitable ? 1 : 0
    surface.metrics.add(own.metrics)
    for (category, found) in verdict?.categories ?? [] {
      surface.categories[category, default: [:]][found.tier, default: 0] += 1
    }
    tally.replySurface[account] = surface
  }
}

extension PostBatch {
  /// An entry's own content.
  func own(_ entry: BatchEntry) -> BatchContent { contents[entry.contents.lowerBound] }
}
