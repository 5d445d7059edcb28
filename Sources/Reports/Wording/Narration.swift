import TimelineModel

/// A review with all that it takes to tell it: words, numbers, and what may be shown of strangers.
struct Narration {
  let review: Review
  let options: ReportOptions
  let words: Words
  let numbers: Numbers
  let evidence: Evidence
  let files: FileNames

  init(_ review: Review, _ options: ReportOptions) {
    self.review = review
    self.options = options
    words = Words(options.language)
    numbers = Numbers(options.language)
    evidence = Evidence(options: options)
    files = FileNames(review.scan.outcome.inputs.map(\.path))
  }

  var run: RunInfo { review.scan.run }
  var outcome: ScanOutcome { review.scan.outcome }
  var headline: Headline { review.scan.headline }

  /// The name of something that is data, such as a category, or its id where words.json has none.
  func name(_ kind: String, _ id: String) -> String {
    words.phrases[kind]?[id] ?? id
  }

  func name(of tier: Tier) -> String { words("tier." + tier.rawValue) }

  func name(of category: CategoryID) -> String { name("category", category.rawValue) }

  func name(of theme: ThemeID) -> String { name("theme", theme.rawValue) }

  func name(of platform: Platform) -> String { name("platform", platform.rawValue) }

  /// A moment to the minute, in UTC.
  func time(_ instant: Instant) -> String {
    let text = instant.description
    return text.prefix(10) + "\u{A0}" + text.dropFirst(11).prefix(5) + "\u{A0}UTC"
  }

  /// A day in UTC.
  func day(_ instant: Instant) -> String { String(instant.description.prefix(10)) }

  /// The 95 % interval of a rate in words, or a dash.
  func interval(_ rate: Rate) -> String {
    rate.interval.map { numbers.interval($0.low, $0.high) } ?? "\u{2013}"
  }
}
