import TimelineModel

/// What is different from an earlier period, and from when on; only in reports from a history.
enum ChangeSection: ReviewSection {
  static let id = "change"
  /// How many rule families the table shows.
  private static let shownFamilies = 20

  static func blocks(_ narration: Narration) -> [Block] {
    guard let change = narration.review.change else { return [] }
    let words = narration.words
    var blocks: [Block] = []
    if let against = change.against {
      blocks.append(.paragraph(words("change.periods", days(change.period), days(against))))
      blocks += tabled(change, against, words)
    } else {
      blocks.append(.paragraph(words("change.period", days(change.period))))
    }
    blocks += cautions(change, narration)
    blocks += postures(change, narration)
    if change.against != nil { blocks.append(comparisons(change, narration)) }
    blocks += turns(change, narration)
    return blocks + families(change, narration)
  }

  /// The report that this one follows, and how to hold it to its digest.
  private static func tabled(
    _ change: PeriodChange, _ against: PeriodChange.Days, _ words: Words
  ) -> [Block] {
    guard let tabled = change.tabled else { return [.paragraph(words("change.untabled"))] }
    return [
      .paragraph(words("change.tabled", against.name, tabled.digest)),
      .command(
        "alongside report --history history.db --period \(against.name) "
          + "--against \(tabled.against ?? "none") --json - | sha256sum"),
    ]
  }

  private static func days(_ days: PeriodChange.Days) -> String {
    days.name.hasPrefix(days.first)
      ? days.name : "\(days.name) (\(days.first) \u{2013} \(days.last))"
  }

  /// What must not be overlooked: mixtures, pruned evidence, files without a day.
  private static func cautions(_ change: PeriodChange, _ narration: Narration) -> [Block] {
    let words = narration.words
    let numbers = narration.numbers
    var blocks: [Block] = []
    if change.methods.count > 1 {
      blocks.append(.notice(words("change.mixture")))
      blocks.append(
        .list(
          change.methods.map {
            words(
              "change.method", $0.summary, numbers.whole($0.after), numbers.whole($0.before))
          }))
    }
    if change.pruned > 0 {
      blocks.append(.notice(words("change.pruned", words.counted("file", change.pruned))))
    }
    if change.undated > 0 {
      blocks.append(.notice(words("change.undated", words.counted("file", change.undated))))
    }
    if change.repeats > 0 {
      blocks.append(.paragraph(words("change.repeats", words.counted("unknown", change.repeats))))
    }
    return blocks
  }

  private static func postures(_ change: PeriodChange, _ narration: Narration) -> [Block] {
    let words = narration.words
    guard change.against != nil else { return [] }
    guard !change.postures.isEmpty else { return [.paragraph(words("change.samePostures"))] }
    return [
      .list(
        change.postures.map { posture in
          words(
            "change.posture", scope(posture.scope, narration),
            posture.before?.posture.map { words("posture." + $0.rawValue) } ?? "\u{2013}",
            posture.after.posture.map { words("posture." + $0.rawValue) } ?? "\u{2013}",
            PostureSection.reason(of: posture.after, narration))
        })
    ]
  }

  private static func comparisons(_ change: PeriodChange, _ narration: Narration) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    let columns: [Table.Column] = [
      .text(words("change.rate")), .number(words("change.before")),
      .number(words("change.after")), .number(words("change.difference")),
      .number(words("rate.interval")), .text(words("change.verdict")),
    ]
    let rows = change.comparisons.map { comparison -> [Table.Cell] in
      let interval = comparison.low.flatMap { low in
        comparison.high.map { numbers.points(low) + " \u{2013} " + numbers.points($0) }
      }
      return [
        .init(name(comparison.scope, comparison.figure, narration)),
        .init(counts(comparison.before, numbers)), .init(counts(comparison.after, numbers)),
        .init(comparison.difference.map { numbers.points($0) } ?? "\u{2013}"),
        .init(interval ?? "\u{2013}"), .init(verdict(comparison, words)),
      ]
    }
    return .table(Table(words("change.caption"), columns: columns, rows: rows))
  }

  private static func counts(_ rate: Rate, _ numbers: Numbers) -> String {
    "\(numbers.whole(rate.count))/\(numbers.whole(rate.trials)) · " + numbers.share(rate)
  }

  private static func verdict(_ comparison: PeriodChange.Comparison, _ words: Words) -> String {
    guard let difference = comparison.difference else { return words("change.untested") }
    guard comparison.isSignificant else { return words("change.chance") }
    return words(difference > 0 ? "change.risen" : "change.fallen")
  }

  private static func turns(_ change: PeriodChange, _ narration: Narration) -> [Block] {
    let words = narration.words
    let numbers = narration.numbers
    let watched = change.watched.map { "\($0.first) \u{2013} \($0.last)" } ?? ""
    guard !change.turns.isEmpty else { return [.paragraph(words("change.noTurns", watched))] }
    return [
      .paragraph(words("change.turns", watched)),
      .list(
        change.turns.map { turn in
          words(
            "change.turn", turn.day, name(turn.scope, turn.figure, narration),
            counts(turn.before, numbers), counts(turn.after, numbers))
        }),
    ]
  }

  private static func families(_ change: PeriodChange, _ narration: Narration) -> [Block] {
    let words = narration.words
    let numbers = narration.numbers
    let found = change.families.filter { $0.after.count + $0.before.count > 0 }
    guard !found.isEmpty else { return [] }
    let columns: [Table.Column] = [
      .text(words("change.family")), .text(words("change.category")),
      .number(words("change.before")), .number(words("change.after")),
      .text(words("change.verdict")),
    ]
    let rows = found.prefix(shownFamilies).map { family -> [Table.Cell] in
      [
        Table.Cell(text: family.name, isCode: true), .init(narration.name(of: family.category)),
        .init(change.against == nil ? "\u{2013}" : counts(family.before, numbers)),
        .init(counts(family.after, numbers)),
        .init(change.against != nil && family.isNew ? words("change.new") : ""),
      ]
    }
    return [
      .table(
        Table(
          words("change.families", numbers.whole(found.count)), columns: columns,
          rows: Array(rows)))
    ]
  }

  private static func name(
    _ scope: PostureStatement.Scope, _ figure: PeriodChange.Figure, _ narration: Narration
  ) -> String {
    let figure =
      switch figure {
      case .safety: narration.words("headline.safety")
      case .suitability: narration.words("headline.suitability")
      case .contradictions: narration.words("contradictions.title")
      case .category(let category): narration.name(of: category)
      }
    return scope == .all ? figure : self.scope(scope, narration) + ": " + figure
  }

  private static func scope(
    _ scope: PostureStatement.Scope, _ narration: Narration
  ) -> String {
    switch scope {
    case .all: narration.words("change.all")
    case .platform(let name): narration.name(of: Platform(rawValue: name))
    case .account(let name): name
    }
  }
}

extension Numbers {
  /// A difference of shares in percentage points, with its sign.
  func points(_ difference: Double) -> String {
    let text = decimal(abs(difference) * 100, abs(difference) < 0.01 ? 2 : 1)
    return (difference < 0 ? "\u{2212}" : "+") + text
  }
}
