import TimelineModel

/// Replies to and quotes of own posts: the quality and quantity of interactions.
enum ReplySection: ReviewSection {
  static let id = "replies"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let answered = narration.review.replies.filter {
      $0.all.replies + $0.all.quotes + $0.all.reposts > 0
    }
    guard !answered.isEmpty else { return [.paragraph(words("replies.none"))] }
    return [.paragraph(words("replies.what")), volume(answered, narration)]
      + [
        RateTable(
          caption: words("replies.caption"), subject: words("replies.account"),
          rows: answered.map { ($0.account, $0.unsuitable) }
        ).block(narration)
      ] + answered.flatMap { details($0, narration) }
  }

  private static func volume(_ answered: [ReplyFigures], _ narration: Narration) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    return .table(
      Table(
        words("replies.volume"),
        columns: [.text(words("replies.account"))]
          + ["replies", "quotes", "reposts", "answered", "likes", "passed", "views"].map {
            .number(words("replies." + $0))
          },
        rows: answered.map { figures in
          let metrics = figures.all.metrics
          let known = [metrics.likes, metrics.reposts, metrics.views]
          return [.init(figures.account)]
            + [
              figures.all.replies, figures.all.quotes, figures.all.reposts, figures.answeredPosts,
            ].map { .init(numbers.whole($0)) }
            + known.map { .init($0.map { numbers.whole(Int($0)) } ?? "\u{2013}") }
        }))
  }

  private static func details(_ figures: ReplyFigures, _ narration: Narration) -> [Block] {
    let words = narration.words
    let answers = figures.all.replies + figures.all.quotes
    guard answers > 0 else { return [] }
    var blocks: [Block] = []
    if !figures.all.categories.isEmpty { blocks.append(categories(figures.all, narration)) }
    let weeks = figures.weeks
    if weeks.count > 1 {
      blocks.append(
        RateTable(
          caption: words("replies.weeks"), subject: words("series.week"),
          rows: weeks.suffix(26).map { (narration.day($0.start), unsuitable($0.surface)) }
        ).block(narration))
    }
    let posts = figures.posts.prefix(10)
    if posts.count > 1 {
      blocks.append(
        RateTable(
          caption: words("replies.posts"), subject: words("replies.post"),
          rows: posts.map { ($0.post, unsuitable($0.surface)) }
        ).block(narration))
    }
    return blocks.isEmpty ? [] : [.heading(figures.account)] + blocks
  }

  private static func unsuitable(_ surface: Tally.ReplySurface) -> Rate {
    Rate(count: surface.unsuitable, trials: surface.replies + surface.quotes)
  }

  private static func categories(
    _ surface: Tally.ReplySurface, _ narration: Narration
  ) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    let answers = surface.replies + surface.quotes
    return .table(
      Table(
        words("replies.categories"),
        columns: [
          .text(words("breakdown.name")), .number(words("replies.found")),
          .number(words("rate.share")),
        ]
          + Tier.allCases.map { .number(narration.name(of: $0)) },
        rows: surface.categories.sorted { $0.key < $1.key }.map { category, tiers in
          let count = tiers.values.reduce(0, +)
          let rate = Rate(count: count, trials: answers)
          return [
            .init(narration.name(of: category)), .init(numbers.whole(count)),
            .init(numbers.share(rate)),
          ] + Tier.allCases.map { .init(numbers.whole(tiers[$0] ?? 0)) }
        }))
  }
}
