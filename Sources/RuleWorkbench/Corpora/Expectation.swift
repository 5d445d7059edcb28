package import TimelineModel

/// What people said about a text: what a perfect set of rules would find in it.
package struct Expectation: Hashable, Sendable {
  /// What a label lets one say about a finding.
  package enum Judgement: Sendable {
    case right, wrong, unknown
  }

  /// The categories that the labels name.
  package var categories: Set<CategoryID> = []
  /// Labelled as harmless.
  package var isClean = false
  /// What a harmless label denies: the categories that the corpus asks for; nil for every one.
  package var denied: Set<CategoryID>?
  /// Labelled as hate of a kind that the corpus does not tell.
  package var isHate = false
  /// Labelled as offensive in a way that the corpus does not tell.
  package var isOffensive = false

  /// The categories of hatred of groups.
  package static let hate: Set<CategoryID> = [
    CategoryID("racism"), CategoryID("religious-hate"), CategoryID("sexism"),
    CategoryID("homophobia"), CategoryID("transphobia"), CategoryID("ableism"),
  ]
  /// Coarse language, which harmless texts may use.
  package static let profanity = CategoryID("profanity")
  private static let abuse = CategoryID("abuse")
  private static let threat = CategoryID("threat")

  /// Reads the names of labels: the categories' own, and those of public corpora.
  package init(labels: [String]) {
    isClean = labels.isEmpty
    for label in labels {
      switch label {
      case "none": isClean = true
      case "hate": isHate = true
      case "offensive": isOffensive = true
      case "religion": categories.insert(CategoryID("religious-hate"))
      case "disability": categories.insert(CategoryID("ableism"))
      default: categories.insert(CategoryID(label))
      }
    }
  }

  /// Nothing is known about the text.
  package static let unlabelled: Expectation = {
    var expectation = Expectation(labels: [])
    expectation.isClean = false
    return expectation
  }()

  /// Whether the text is labelled as having none of a category.
  package func denies(_ category: CategoryID) -> Bool {
    isClean && denied?.contains(category) ?? true
  }

  /// Whether a finding of a category is wrong; profanity may be in harmless texts.
  package func isWrong(_ category: CategoryID) -> Bool {
    category != Self.profanity && denies(category)
  }

  /// What the harmless label of a corpus denies: what its other labels name, or all where it has none.
  ///
  /// A corpus of sexism calls harmless what may well be racist.
  static func denied(beside expectations: some Sequence<Expectation>) -> Set<CategoryID>? {
    var denied: Set<CategoryID> = []
    for expectation in expectations {
      denied.formUnion(expectation.categories)
      if expectation.isOffensive || expectation.categories.contains(abuse) {
        denied.formUnion(hate.union([abuse, threat]))
      }
      if expectation.isHate { denied.formUnion(hate.union([threat])) }
    }
    return denied.isEmpty ? nil : denied
  }

  /// Whether a finding of a category is right; what the labels do not speak of is unknown.
  package func judgement(of category: CategoryID) -> Judgement {
    if categories.contains(category) { return .right }
    if isClean { return isWrong(category) ? .wrong : .unknown }
    let isGroupHate = Self.hate.contains(category)
    if isHate, isGroupHate || category == Self.threat { return .right }
    if isOffensive, category == Self.abuse || category == Self.profanity { return .right }
    if category == Self.threat || category == Self.abuse, !categories.isDisjoint(with: Self.hate) {
      return .right
    }
    if category == Self.threat, categories.contains(Self.abuse) { return .right }
    return .unknown
  }
}
