import TimelineModel

/// What was asked, and the answer in three sentences.
enum AnswerSection: ReviewSection {
  static let id = "answer"
  /// From which share of unknowns on the answer says so at once.
  private static let muchUnknown = 0.1
  /// With fewer captures no interval can take their likeness into account.
  private static let fewCaptures = 5

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    guard let organisation = narration.run.organisation else {
      return [.answer(words("answer.nobody"))] + notices(narration)
    }
    return [
      .question(words("answer.question", organisation.name)), .answer(answer(narration)),
    ] + notices(narration)
  }

  private static func answer(_ narration: Narration) -> String {
    guard narration.headline.feeds.safety.trials > 0 else { return nothing(narration) }
    return [safety(narration), suitability(narration), posture(narration)].joined(separator: " ")
  }

  private static func nothing(_ narration: Narration) -> String {
    let words = narration.words
    let own = narration.outcome.tally.own
    let threads = narration.headline.threads.safety.trials
    if own == 0 { return words("answer.absent") }
    if threads > 0 { return words("answer.threads", words.counted("ownPost", threads)) }
    return words("answer.refused", words.counted("ownPost", own))
  }

  private static func safety(_ narration: Narration) -> String {
    let words = narration.words
    let numbers = narration.numbers
    let rate = narration.headline.feeds.safety
    let measured = words.counted("measured", rate.trials)
    if rate.count == 0 {
      return words("answer.safe", measured, numbers.percent(rate.interval?.high))
    }
    return words(
      "answer.unsafe", numbers.whole(rate.count), measured, numbers.share(rate),
      narration.interval(rate))
  }

  private static func suitability(_ narration: Narration) -> String {
    let words = narration.words
    let numbers = narration.numbers
    let rate = narration.headline.feeds.suitability
    let contradictions = words.counted(
      "contradiction", narration.review.contradictions.rate.count)
    let setsTiers = narration.run.policySource?.setsTiers ?? false
    return words(
      "answer.suitability", numbers.whole(rate.count), numbers.share(rate),
      narration.interval(rate), contradictions, words.counted("unknown", rate.unknown),
      words(setsTiers ? "answer.tiers" : "answer.tiersDefault"))
  }

  private static func posture(_ narration: Narration) -> String {
    let words = narration.words
    guard let posture = narration.review.postures.first(where: { $0.scope == .all })?.posture
    else { return words("answer.postureless") }
    let isOwn = narration.run.policySource?.setsClauses ?? false
    return words(
      isOwn ? "answer.posture" : "answer.postureDefault", words("posture." + posture.rawValue))
  }

  private static func notices(_ narration: Narration) -> [Block] {
    let words = narration.words
    let adequacy = narration.review.adequacy
    var told: [String] = []
    if narration.run.organisation != nil, !adequacy.isSufficient {
      told.append(
        words(
          "answer.insufficient", words.counted("measured", adequacy.exposures),
          narration.numbers.whole(adequacy.minimum)))
    }
    if adequacy.exposures > 0, adequacy.captures < Self.fewCaptures {
      var ground = words.counted("capture", adequacy.captures)
      if adequacy.days > 0 {
        ground += ", " + words("answer.published", words.counted("day", adequacy.days))
      }
      told.append(words("answer.snapshot", ground))
    }
    let safety = narration.headline.feeds.safety
    let share = Rate(count: safety.unknown, trials: safety.trials).value ?? 0
    if share >= Self.muchUnknown {
      told.append(
        words(
          "answer.unknowns", narration.numbers.whole(safety.unknown),
          narration.numbers.whole(safety.trials), narration.numbers.percent(share),
          narration.numbers.percent(safety.most),
          narration.numbers.percent(narration.headline.feeds.suitability.most)))
    }
    if !narration.outcome.isComplete { told.append(words("answer.incomplete")) }
    if narration.run.assumesFeedOrder { told.append(words("answer.assumed")) }
    told.append(words("answer.screening"))
    return told.map { .notice($0) }
  }
}
