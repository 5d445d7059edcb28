extension RiskPolicy {
  /// Which categories contradict which themes where a policy lists none; each weighs 1.5.
  public static let standardContradictions: [ThemeID: [CategoryID: Double]] = {
    let pairs: [(theme: String, categories: [String])] = [
      ("violence-against-women", ["explicit", "sexism", "abuse", "threat"]),
      ("anti-racism", ["racism", "religious-hate", "abuse", "threat"]),
      ("faith", ["religious-hate", "racism", "threat"]),
      ("lgbt", ["homophobia", "transphobia", "abuse", "threat"]),
      ("disability", ["ableism", "abuse", "threat"]),
      ("children", ["explicit", "threat", "profanity"]),
      ("memorial", ["explicit", "abuse", "threat", "profanity", "racism", "religious-hate"]),
      ("emergency", ["explicit", "threat", "abuse"]),
      ("health", ["explicit", "abuse"]),
      ("elections", ["threat", "abuse", "racism"]),
      ("recruitment", ["explicit", "racism", "sexism", "ableism", "homophobia", "transphobia"]),
    ]
    var matrix: [ThemeID: [CategoryID: Double]] = [:]
    for (theme, categories) in pairs {
      for category in categories {
        matrix[ThemeID(theme), default: [:]][CategoryID(category)] = 1.5
      }
    }
    return matrix
  }()
}
