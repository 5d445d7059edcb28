public import Diagnostics

/// Tells in words how one exposure's risk came about, factor by factor.
public struct ExposureExplanation: Sendable {
  private let exposure: SavedDocument.Exposure
  private let summaries: [String: String]

  /// Finds the exposure of that name, such as `c0s17`.
  public init(of name: String, in document: SavedDocument) throws(Diagnostic) {
    let all = document.exposures + document.threadExposures
    guard let found = all.first(where: { $0.name == name }) else {
      let known = all.prefix(3).map { "`\($0.name)`" }.joined(separator: ", ")
      throw Diagnostic(
        .error, "J003", "the document has no exposure `\(name)`",
        help: all.isEmpty
          ? "it holds no own post at all" : "they are named like \(known): capture and slot")
    }
    exposure = found
    summaries = (document.rules ?? [:]).compactMapValues { $0 }
  }

  /// The explanation, a line of text after the other; strangers' words as the document shows them.
  public var text: String {
    var lines = ["\(exposure.name): a post by \(exposure.account)"]
    let words = exposure.own.posts.first?.texts.first { $0.field == "text" }?.text
    if let words { lines.append("  “\(words)”") }
    let themes = exposure.own.themes ?? []
    lines.append(
      themes.isEmpty
        ? "  about nothing that rules know" : "  about \(themes.joined(separator: ", "))")
    lines += ["", "risk R = \(number(exposure.risk))" + formula, ""]
    for (index, factor) in exposure.factors.enumerated() {
      lines += explain(factor, number: index + 1, themes)
    }
    return (lines + flags).joined(separator: "\n") + "\n"
  }

  private var formula: String {
    guard !exposure.factors.isEmpty else { return ": no neighbour within the window has a finding" }
    let rests = exposure.factors.map { "(1 − \(number($0.product)))" }
    return " = 1 − " + rests.joined(separator: " × ")
  }

  private func explain(
    _ factor: SavedDocument.Factor, number place: Int, _ themes: [String]
  ) -> [String] {
    let where_ =
      factor.side == "embedded"
      ? "embedded in the own post"
      : "\(factor.distance) slot\(factor.distance == 1 ? "" : "s") \(factor.side)"
    var lines = [
      "\(place). \(factor.category), tier \(factor.tier), \(where_): \(number(factor.product))"
        + " = min(1, s·k·v·m·c)",
      "   s = \(number(factor.s))  severity of tier \(factor.tier)",
      "   k = \(number(factor.k))  proximity "
        + (factor.distance == 0 ? "of what the post embeds" : "at distance \(factor.distance)"),
      "   v = \(number(factor.v))  "
        + (factor.v < 1 ? "covered until the reader asks" : "nothing covers it"),
      "   m = \(number(factor.m))  "
        + (factor.m > 1
          ? "the policy lists \(factor.category) against \(themes.joined(separator: ", "))"
          : "no listed contradiction"),
      "   c = \(number(factor.c))  confidence of the rule that decided",
    ]
    for finding in findings(of: factor) {
      var line = "   \(finding.rule)" + (summaries[finding.rule].map { " (\($0))" } ?? "")
      if finding.tier != finding.ruleTier {
        line += ": \(finding.ruleTier), now \(finding.tier ?? "nothing")"
      }
      if !finding.loweredBy.isEmpty {
        let rules = finding.loweredBy.map { $0 + (summaries[$0].map { " (\($0))" } ?? "") }
        line += ", lowered by \(rules.joined(separator: ", "))"
      }
      if let review = finding.review { line += ", reviewed: \(review)" }
      lines.append(line)
    }
    return lines + [""]
  }

  /// The findings of a factor's category and neighbour; of the own entry, in what it embeds.
  private func findings(of factor: SavedDocument.Factor) -> [SavedDocument.Finding] {
    let posts =
      factor.side == "embedded"
      ? Array(exposure.own.posts.dropFirst())
      : exposure.neighbours.first {
        $0.side == factor.side && $0.distance == factor.distance
      }?.entry.posts ?? []
    return posts.flatMap(\.findings).filter { $0.category == factor.category }
  }

  private var flags: [String] {
    [
      "safety: "
        + (exposure.unsafe
          ? "a direct or embedded neighbour is of tier floor"
          : "no direct neighbour is of tier floor"),
      "suitability: "
        + (exposure.unsuitable
          ? "a direct or embedded neighbour is unsuitable by the policy"
          : "no direct neighbour is unsuitable by the policy"),
    ]
      + (exposure.unknown
        ? ["unknown: a direct neighbour could not be screened, or not wholly"] : [])
  }

  private func number(_ value: Double) -> String {
    // Three decimals at most, none that say nothing; no locale.
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000 + 1000).dropFirst()
    let digits = fraction.reversed().drop { $0 == "0" }.reversed()
    return String(thousandths / 1000) + (digits.isEmpty ? "" : "." + String(digits))
  }
}
