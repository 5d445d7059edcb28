import TimelineModel

extension PartSummary {
  /// Counts an entry by others that answers, quotes or passes on an own post.
  func countReply(
    _ entry: BatchEntry, _ batch: PostBatch, _ verdict: Verdict?, _ isUnsuitable: Bool,
    _ tally: inout Tally
  ) {
    guard !accounts.isEmpty else { return }
    let own = batch.own(entry)
    var quoted: (account: Int, post: String?)?
    for content in batch.contents[entry.contents].dropFirst() {
      guard let account = accounts.author(of: content, in: batch) else { continue }
      switch content.role {
      case .reposted: tally.replySurface[account, default: .init()].reposts += 1
      case .quoted: quoted = (account, batch.name(content.id))
      case .own, .repliedTo: break
      }
    }
    let answered = accounts.addressee(of: own, in: batch)
    guard let account = answered ?? quoted?.account else { return }
    var reply = Tally.ReplySurface()
    reply.replies = answered != nil ? 1 : 0
    reply.quotes = answered == nil ? 1 : 0
    reply.unsuitable = isUnsuitable ? 1 : 0
    reply.metrics = own.metrics
    for (category, found) in verdict?.categories ?? [] {
      reply.categories[category, default: [:]][found.tier, default: 0] += 1
    }
    tally.add(
      reply: reply, account: account,
      post: answered != nil ? batch.name(own.replyToID) : quoted?.post, day: own.createdAt?.day)
  }
}
