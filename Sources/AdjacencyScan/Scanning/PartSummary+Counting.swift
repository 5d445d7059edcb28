import RulePacks
import TimelineModel

extension PartSummary {
  /// How somebody else's entry is judged.
  struct Judged {
    var isUnsafe = false
    var isUnsuitable = false
  }

  /// Counts an entry; returns how it is judged if others wrote it.
  func count(
    _ entry: BatchEntry, _ batch: PostBatch, _ verdict: Verdict?, account: Int?,
    _ tally: inout Tally
  ) -> Judged {
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
      return Judged()
    }
    guard entry.kind != .placeholder else { return Judged() }
    tally.others += 1
    let judged = verdict.map { count($0, &tally) } ?? Judged()
    if isUnknown {
      tally.othersPerhapsUnsafe += judged.isUnsafe ? 0 : 1
      tally.othersPerhapsUnsuitable += judged.isUnsuitable ? 0 : 1
    }
    if plan.isReview, let verdict {
      tally.audit.add(
        verdict, isUnsuitable: judged.isUnsuitable, isUnknown: isUnknown,
        stanceOfRule: plan.stanceOfRule)
    }
    countReply(entry, batch, verdict, judged.isUnsuitable, &tally)
    return judged
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

  /// Counts a verdict of somebody else's entry.
  private func count(_ verdict: Verdict, _ tally: inout Tally) -> Judged {
    var judged = Judged()
    for (category, found) in verdict.categories {
      tally.categories[category, default: [:]][found.tier, default: 0] += 1
      judged.isUnsafe = judged.isUnsafe || found.tier == .floor
      judged.isUnsuitable = judged.isUnsuitable || plan.policy.isUnsuitable(category, found.tier)
    }
    tally.othersUnsafe += judged.isUnsafe ? 1 : 0
    tally.othersUnsuitable += judged.isUnsuitable ? 1 : 0
    return judged
  }
}
