import TimelineModel

/// Reads the numbers of a policy.
enum PolicyNumber {
  /// `1 %` or `0.01`, in 0...1.
  static func share(_ text: some StringProtocol) -> Double? {
    var digits = text.trimmingSpaces
    let isPercentage = digits.hasSuffix("%")
    if isPercentage { digits = digits.dropLast().trimmingSpaces }
    guard digits.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2E }), let number = Double(digits)
    else { return nil }
    let share = isPercentage ? number / 100 : number
    return (0...1).contains(share) ? share : nil
  }

  /// `at least 1 %`, `>= 0.01`, `below 300`: the comparison, and what follows it.
  static func comparison(
    _ text: String
  ) -> (comparison: PostureClause.Comparison, rest: Substring)? {
    let trimmed = text.trimmingSpaces
    for (word, comparison) in comparisons where trimmed.hasPrefix(word) {
      return (comparison, trimmed.dropFirst(word.count).trimmingSpaces)
    }
    return nil
  }

  private static let comparisons: [(String, PostureClause.Comparison)] = [
    ("at least", .atLeast), ("at most", .atMost), ("above", .above), ("below", .below),
    (">=", .atLeast), ("<=", .atMost), (">", .above), ("<", .below),
  ]

  /// `0.8 of 500`: a share, and how many posts it was measured on.
  static func measured(_ text: String) -> RuleAccuracy.Measured? {
    let parts = text.split(separator: " of ", maxSplits: 1)
    guard parts.count == 2, let share = share(parts[0]), let sample = Int(parts[1].trimmingSpaces),
      sample > 0
    else { return nil }
    return RuleAccuracy.Measured(share: share, sample: sample)
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: Substring {
    var text = Substring(self)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
