/// A text made to lead a pattern into a maze: a beginning, one piece many times, and an end that
/// cannot match.
struct BacktrackingAttack {
  /// The whole text.
  let text: String
  /// The text in short, as `"ab" × 900`.
  let summary: String
  /// The repetition that is attacked, as PCRE2 has it, and its bytes in the pattern.
  let part: String
  let range: Range<Int>

  /// About as long as a long post.
  private static let length = 3_000
  /// At most so many attacks on one pattern.
  private static let most = 12

  /// Attacks on every repetition through which more than one way may lead.
  static func all(on tree: PatternTree, _ sampler: inout PatternSampler) -> [BacktrackingAttack] {
    var attacks: [BacktrackingAttack] = []
    for branch in tree.branches {
      collect(branch, after: "", before: "", tree, &sampler, into: &attacks)
    }
    return attacks
  }

  private static func collect(
    _ parts: PatternTree.Sequence, after start: String, before end: String, _ tree: PatternTree,
    _ sampler: inout PatternSampler, into attacks: inout [BacktrackingAttack]
  ) {
    var before = start
    for (number, part) in parts.enumerated() where attacks.count < most {
      // PCRE2 gives up early where a character that every match ends in is nowhere to be seen: the
      // end holds all of them, but backwards, so that it does not match.
      let after = (sampler.text(of: Array(parts[(number + 1)...]), in: tree) ?? "") + end
      if part.repeatsFreely, isAmbiguous(part, before: parts[(number + 1)...]) {
        for piece in pieces(of: part, tree, &sampler) where attacks.count < most {
          attacks.append(Self(before, piece, after, part.range, in: tree))
        }
      }
      if case .group(_, let branches) = part.kind {
        for branch in branches {
          collect(branch, after: before, before: after, tree, &sampler, into: &attacks)
        }
      }
      for _ in 0..<min(part.times.least, 50) {
        before += sampler.text(of: part, in: tree) ?? ""
      }
    }
  }

  private init(
    _ before: String, _ piece: String, _ after: String, _ range: Range<Int>, in tree: PatternTree
  ) {
    let count = max(Self.length / max(piece.utf8.count, 1), 1)
    text = before + String(repeating: piece, count: count) + "\u{7}" + String(after.reversed())
    summary =
      (before.isEmpty ? "" : "\(before.debugDescription) + ")
      + "\(piece.debugDescription) × \(count)"
    let part = tree.text(range)
    self.part = part.count > 60 ? part.prefix(59) + "…" : part
    self.range = range
  }

  /// Whether a repetition holds another or a choice, or another follows it.
  private static func isAmbiguous(
    _ part: PatternTree.Part, before rest: ArraySlice<PatternTree.Part>
  ) -> Bool {
    if case .group(_, let branches) = part.kind {
      return branches.count > 1 || branches.joined().contains { $0.varies }
    }
    let next = rest.first { $0.times.least > 0 || $0.repeatsFreely }
    return next?.repeatsFreely ?? false
  }

  /// What may be repeated: a text of each branch, and one with all that is optional in it.
  private static func pieces(
    of part: PatternTree.Part, _ tree: PatternTree, _ sampler: inout PatternSampler
  ) -> [String] {
    guard case .group(_, let branches) = part.kind else {
      return sampler.text(of: part, in: tree).map { [$0] } ?? []
    }
    var pieces: [String] = []
    for branch in branches.prefix(4) {
      let full = branch.map { part in
        var part = part
        if part.times.least == 0 { part.times.least = 1 }
        return part
      }
      for sequence in [branch, full] {
        if let text = sampler.text(of: sequence, in: tree), !text.isEmpty, !pieces.contains(text) {
          pieces.append(text)
        }
      }
    }
    return pieces
  }
}

extension PatternTree.Part {
  /// Whether the part may repeat without end, or nearly so.
  fileprivate var repeatsFreely: Bool { times.most.map { $0 >= 20 } ?? true }
  /// Whether it may match texts of different lengths.
  fileprivate var varies: Bool {
    if times.most != times.least { return true }
    guard case .group(_, let branches) = kind else { return false }
    return branches.joined().contains { $0.varies }
  }
}
