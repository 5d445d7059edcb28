import TimelineModel

extension ReplyFigures {
  /// The answers to each own account that was answered, in the organisation's order.
  static func all(of tally: Tally, organisation: Organisation?) -> [ReplyFigures] {
    let accounts = organisation?.accounts ?? []
    return tally.replySurface.sorted { $0.key < $1.key }.map { index, surface in
      ReplyFigures(
        account: accounts[index].name, all: surface,
        unsuitable: Rate(count: surface.unsuitable, trials: surface.replies + surface.quotes),
        answeredPosts: 0, posts: [], weeks: [])
    }
  }
}
