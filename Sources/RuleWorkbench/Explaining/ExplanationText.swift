import Diagnostics
import RulePacks
import TimelineModel

extension Explanation {
  /// The explanation for a terminal; the text is the author's own, and is shown.
  package var text: String {
    var text = "language: \(language)\n"
    for (number, reading) in readings.enumerated() {
      let isSame = number > 0 && reading == readings[0]
      text +=
        "\(Self.name(ofReading: number)): \(isSame ? "the same" : TerminalText.safe(reading))\n"
    }
    text += "\nverdict: "
    text +=
      verdict.isEmpty
      ? "clean\n"
      : verdict.map { "\($0.category) \($0.tier.rawValue)" }.joined(separator: ", ") + "\n"
    if !fired.isEmpty { text += "\nfired\n" + fired.map(describe).joined(separator: "\n") }
    if fired.isEmpty, near.isEmpty { text += "\nno rule came near; ask about one with --rule\n" }
    if !near.isEmpty {
      text +=
        "\n\(wereAskedFor ? "did not fire" : "nearly fired")\n"
        + near.map(describe).joined(separator: "\n")
    }
    return text
  }

  static func name(ofReading number: Int) -> String {
    number == 0 ? "as written" : "folded \(number)"
  }

  private func describe(_ line: Line) -> String {
    var text = "  \(line.rule.id): \(line.rule.meaning)"
    text += "  (\(line.source.location(line.rule.place)))\n    \(line.rule.summary)\n"
    if let match = line.standing.match {
      let span = line.standing.span ?? match.span
      text += excerpt(of: readings[0], span)
      text += "    matches in the text \(Self.name(ofReading: match.reading))\n"
    }
    for obstacle in line.standing.obstacles { text += describe(obstacle, of: line) }
    if line.isTooStrict {
      text += "    matches, but counts only from --strictness \(line.rule.strictness)\n"
    }
    if line.standing.holds, let outcome = line.outcome { text += "    \(outcome)\n" }
    return text
  }

  private func describe(_ obstacle: RuleInquiry.Obstacle, of line: Line) -> String {
    guard case .pattern(let progress?) = obstacle, let pattern = line.rule.pattern?.text else {
      return "    \(words(for: obstacle, of: line))\n"
    }
    let failing = String(decoding: Array(pattern.utf8)[progress.failing], as: UTF8.self)
    return excerpt(of: readings[progress.reading], progress.matched)
      + "    the pattern gets as far as  \(progress.satisfied.onOneLine.lastPart)\n"
      + "    and fails at               \(failing.onOneLine.firstPart)\n"
  }

  /// One line of a text with carets under a span.
  private func excerpt(of text: String, _ span: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    let start = bytes[..<span.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[span.lowerBound...].firstIndex(of: 0x0A) ?? bytes.count
    func scalars(_ range: Range<Int>) -> Int {
      String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count
    }
    let marked = span.lowerBound..<max(span.lowerBound, min(span.upperBound, end))
    return DiagnosticRenderer().render(
      Diagnostic.Excerpt(
        line: String(decoding: bytes[start..<end], as: UTF8.self),
        start: scalars(start..<marked.lowerBound), length: scalars(marked)),
      margin: "")
  }

  /// What stood in the way, in words.
  func words(for obstacle: RuleInquiry.Obstacle, of line: Line) -> String {
    switch obstacle {
    case .language:
      let languages = (line.rule.languages ?? []).map(\.description).joined(separator: ", ")
      return "does not run: it reads \(languages), and the text is in \(language)"
    case .field: return "does not run: it does not read this field"
    case .literals(let missing):
      let clauses = missing.map {
        $0.prefix(8).joined(separator: ", ") + ($0.count > 8 ? ", …" : "")
      }
      return "is not tried: no reading holds \(clauses.joined(separator: "; nor "))"
    case .pattern: return "the pattern matches nothing, not even its beginning"
    case .label: return "looks for platform labels, and the text has none"
    case .all(let others): return "needs \(ids(others, joinedBy: "and")) as well"
    case .any(let others): return "needs \(ids(others, joinedBy: "or")) as well"
    case .near(let other, let words, nil): return "needs \(ids([other])) within \(words) words"
    case .near(let other, let words, let distance?):
      return "needs \(ids([other])) within \(words) words; it is \(distance) away"
    case .unless(let other): return "is dropped, because \(ids([other])) matches too"
    case .undecided(let failure): return "is undecided: \(failure.inWords)"
    }
  }

  private func ids(_ numbers: [Int], joinedBy word: String = "") -> String {
    let ids = numbers.map { rules.rules[$0].id }
    guard ids.count > 1 else { return ids.joined() }
    let shown = ids.prefix(6).joined(separator: ", ")
    return
      "\(ids.count > 6 ? "\(shown) … (\(ids.count) rules)" : shown) (\(word == "or" ? "one" : "all") of them)"
  }
}

extension Explanation.Line {
  /// What became of the finding, and why; nil for signals and stances.
  var outcome: String? {
    guard let own = rule.tier else { return nil }
    let why =
      loweredBy.isEmpty
      ? "" : ", lowered from \(own.rawValue) by \(loweredBy.joined(separator: ", "))"
    let review = needsReview ? ", to be reviewed by a person" : ""
    guard let tier else { return loweredBy.isEmpty ? nil : "counts for nothing\(why)\(review)" }
    return "tier \(tier.rawValue)\(why)\(review)"
  }
}

extension Rule {
  /// What a match means, in a few words.
  var meaning: String {
    switch role {
    case .finding(let category, let tier):
      "\(category.text), \(tier.rawValue), confidence \(confidence.rounded(to: 2))"
        + (strictness > 1 ? ", strictness \(strictness)" : "")
    case .stance(let stance, let lowers):
      "stance \(stance.rawValue)"
        + (lowers.map { ", lowers " + $0.map(\.text).joined(separator: ", ") } ?? "")
    case .theme(let theme): "theme \(theme)"
    case .signal: "signal"
    }
  }
}

extension String {
  /// The text with every run of white space as one blank.
  var onOneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// At most the first 100 characters.
  fileprivate var firstPart: String { count > 100 ? prefix(99) + "…" : self }
  /// At most the last 100 characters.
  fileprivate var lastPart: String { count > 100 ? "…" + suffix(99) : self }
}
