import TimelineModel

extension ReplyFigures {
  /// The answers to each own account that was answered, in the organisation's order.
  static func all(of tally: Tally, organisation: Organisation?) -> [ReplyFigures] {
    let accounts = organisation?.accounts ?? []
    let posts = Dictionary(grouping: tally.replyPosts) { $0.key.account }
    let weeks = Dictionary(grouping: tally.replyWeeks) { $0.key.account }
    return tally.replySurface.sorted { $0.key < $1.key }.map { index, surface in
      let ofAccount = posts[index] ?? []
      return ReplyFigures(
        account: accounts[index].name, all: surface,
        unsuitable: Rate(count: surface.unsuitable, trials: surface.replies + surface.quotes),
        answeredPosts: ofAccount.count,
        posts: ofAccount.map { OfPost(post: $0.key.post, surface: $0.value) }
          .sorted { ($1.surface.answers, $0.post) < ($0.surface.answers, $1.post) }
          .prefix(keptPosts).map { $0 },
        weeks: (weeks[index] ?? [])
          .map { OfWeek(start: Instant(day: $0.key.monday), surface: $0.value) }
          .sorted { $0.start < $1.start })
    }
  }
}

extension Tally.ReplySurface {
  fileprivate var answers: Int { replies + quotes }
}
