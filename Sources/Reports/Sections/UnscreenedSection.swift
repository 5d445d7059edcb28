import Diagnostics
import TimelineModel

/// What was not screened, and what nothing is claimed for.
enum UnscreenedSection: ReviewSection {
  static let id = "unscreened"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let rows: [[Table.Cell]] = counts(narration).map { name, count in
      [.init(name), .init(narration.numbers.whole(count))]
    }
    return [
      .paragraph(words("unscreened.what")),
      .table(
        Table(
          words("unscreened.caption"),
          columns: [.text(words("unscreened.kind")), .number(words("unscreened.count"))], rows: rows
        )),
    ] + undecided(narration) + refusals(narration) + problems(narration)
  }

  /// What could not be screened, counted.
  static func counts(_ narration: Narration) -> [(name: String, count: Int)] {
    let words = narration.words
    let outcome = narration.outcome
    let tally = outcome.tally
    let placeholders = tally.entries[.placeholder] ?? 0
    return [
      (words("unscreened.records"), outcome.inputs.reduce(0) { $0 + $1.problems }),
      (words("unscreened.placeholders"), placeholders),
      (words("unscreened.missing"), tally.missing - placeholders),
      (words("unscreened.truncated"), tally.truncated),
      (words("unscreened.media"), tally.undescribedMedia),
      (words("unscreened.languages"), tally.unsupportedLanguage),
      (words("unscreened.undecided"), tally.undecided),
      (words("unscreened.refused"), outcome.refusals.reduce(0) { $0 + $1.ownPosts }),
      (words("unscreened.edges"), narration.headline.feeds.unmeasured),
    ]
  }

  private static func undecided(_ narration: Narration) -> [Block] {
    let rules = narration.outcome.tally.undecidedRules.sorted { $0.key < $1.key }
    guard !rules.isEmpty else { return [] }
    let named = rules.map { $0.key + " (" + narration.numbers.whole($0.value) + ")" }
    return [
      .paragraph(narration.words("unscreened.rules", named.joined(separator: ", ")))
    ]
  }

  private static func refusals(_ narration: Narration) -> [Block] {
    let words = narration.words
    let refusals = narration.outcome.refusals.filter { $0.ownPosts > 0 }
    guard !refusals.isEmpty else { return [] }
    return [
      .heading(words("unscreened.refusals")),
      .table(
        Table(
          words("unscreened.refusalsCaption"),
          columns: [
            .text(words("provenance.file")), .number(words("unscreened.count")),
            .text(words("provenance.order")),
            .text(words("unscreened.why")),
          ],
          rows: refusals.map { refusal in
            let why = refusal.order == .own ? "unscreened.own" : "unscreened.unordered"
            return [
              .init(narration.outcome.inputs[refusal.input].path),
              .init(narration.numbers.whole(refusal.ownPosts)),
              .init(words("order." + refusal.order.rawValue)), .init(words(why)),
            ]
          })),
    ]
  }

  /// What went wrong, as the program tells it.
  private static func problems(_ narration: Narration) -> [Block] {
    let words = narration.words
    let problems = narration.outcome.diagnostics
    guard !problems.isEmpty else { return [] }
    return [
      .heading(words("unscreened.problems")),
      .list(
        problems.map { problem in
          let place = problem.location.map { "\($0): " } ?? ""
          return place + "[\(problem.code)] " + problem.message
        }),
    ]
  }
}
