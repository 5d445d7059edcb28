import PatternEngine
import RulePacks
import TimelineModel

/// Makes kept values of entries that a report may show.
struct EntryKeeper {
  private let rules: CompiledRules
  private let accounts: OwnAccounts
  private let recordBytes: [Int]
  private let plan: ScanPlan

  init(plan: ScanPlan, accounts: OwnAccounts, recordBytes: [Int]) {
    self.plan = plan
    rules = plan.rules
    self.accounts = accounts
    self.recordBytes = recordBytes
  }

  /// The findings of an entry, each in the bytes of the text as written.
  ///
  /// Matches beyond a rule's first in a field are looked for only where `tellsRepeats`.
  func verdict(
    of entry: BatchEntry, _ found: MatchCursor.Found, _ batch: PostBatch,
    _ classifier: inout BatchClassifier, tellsRepeats: Bool = false
  ) -> Verdict {
    var verdict = Verdict()
    for index in found.matches {
      let match = classifier.results.matches[index]
      guard match.droppedBy == nil else { continue }
      let rule = rules.rules[match.rule]
      if let theme = rule.theme { add(theme, of: match, batch, to: &verdict) }
      guard let category = rule.category, let tier = rule.tier else { continue }
      let (field, fieldIndex, span) = place(match, batch, &classifier)
      let repeats = tellsRepeats ? classifier.spans(of: match, in: batch) : []
      var finding = Finding(
        rule: rule.id, category: category, ruleTier: tier, tier: match.tier,
        confidence: rule.confidence, target: rule.target,
        post: match.content - entry.contents.lowerBound, field: field, fieldIndex: fieldIndex,
        span: span, otherSpans: repeats.filter { $0 != span },
        loweredBy: classifier.results.loweredBy(match, in: rules).map { rules.rules[$0].id },
        needsReview: match.needsReview)
      finding.strictness = rule.strictness
      if plan.isReview { review(&finding, match, batch) }
      if isLoggedOnly(rule) {
        verdict.logged.append(finding)
      } else {
        verdict.findings.append(finding)
      }
    }
    for index in found.undecided {
      let undecided = classifier.results.undecided[index]
      let rule = rules.rules[undecided.rule]
      guard !isLoggedOnly(rule) else { continue }
      verdict.undecided.append(
        Verdict.Undecided(
          rule: rule.id, reason: undecided.failure.reason,
          post: undecided.content - entry.contents.lowerBound))
    }
    return verdict
  }

  /// Whether a finding only shows what stricter rules would do.
  private func isLoggedOnly(_ rule: Rule) -> Bool {
    rule.category != nil && rule.strictness > rules.options.strictness
  }

  /// Notes what an entry is about: its own words say so, or those that it passes on.
  private func add(
    _ theme: ThemeID, of match: RuleMatch, _ batch: PostBatch, to verdict: inout Verdict
  ) {
    let role = batch.contents[match.content].role
    guard role == .own || role == .reposted, plan.themes?.contains(theme) ?? true,
      !verdict.themes.contains(theme)
    else { return }
    verdict.themes.append(theme)
    verdict.themes.sort()
  }

  /// Names a finding and honours what was decided about it.
  private func review(_ finding: inout Finding, _ match: RuleMatch, _ batch: PostBatch) {
    let content = batch.contents[match.content]
    let words: ArraySlice<UInt8> =
      switch match.place {
      case .content: []
      case .label(let label): batch.names[batch.labels[label].range.indices]
      case .field(let index, _, _):
        batch.text[batch.fields[index].range.indices].dropFirst(finding.span.lowerBound)
          .prefix(finding.span.count)
      }
    plan.review.apply(
      to: &finding, platform: content.platform, post: batch.name(content.id) ?? "", text: words)
  }

  /// Draws the findings in somebody else's words that nobody has reviewed.
  func sample(
    _ verdict: Verdict, of entry: BatchEntry, _ batch: PostBatch, into sample: inout FindingSample
  ) {
    for finding in verdict.findings {
      let content = batch.contents[entry.contents.lowerBound + finding.post]
      guard finding.review == nil, finding.tier != nil || finding.needsReview,
        let fingerprint = finding.fingerprint, accounts.author(of: content, in: batch) == nil
      else { continue }
      let item = SamplingPlan.Item(
        fingerprint: fingerprint, rule: finding.rule, category: finding.category,
        tier: finding.ruleTier, input: 0, record: Int(entry.record) + 1,
        platform: content.platform, post: batch.name(content.id) ?? "")
      sample.add(item, isMandatory: finding.needsReview)
    }
  }

  private func place(
    _ match: RuleMatch, _ batch: PostBatch, _ classifier: inout BatchClassifier
  ) -> (FieldKind, Int?, Range<Int>) {
    switch match.place {
    case .content:
      return (.text, nil, 0..<0)
    case .label(let label):
      return (.label, nil, 0..<batch.labels[label].range.count)
    case .field(let index, let reading, let span):
      let field = batch.fields[index]
      let original = classifier.span(span, inReading: reading, of: field, in: batch)
      return (field.kind, index - batch.contents[match.content].fields.lowerBound, original)
    }
  }

  /// An entry as a report may show it; the texts of others are kept only as evidence.
  func entry(_ entry: BatchEntry, _ batch: PostBatch, _ verdict: Verdict, isOwn: Bool) -> Entry {
    let keepsText = isOwn || !verdict.findings.isEmpty
    let record = Int(entry.record)
    var kept = Entry(
      kind: entry.kind, isPromoted: entry.isPromoted, isPinned: entry.isPinned,
      posts: entry.contents.map { post(batch.contents[$0], batch, keepsText: keepsText) },
      verdict: verdict, record: record + 1, byte: recordBytes[record])
    kept.recordedAt = entry.recordedAt
    return kept
  }

  private func post(_ content: BatchContent, _ batch: PostBatch, keepsText: Bool) -> Post {
    let author = Account(
      id: batch.name(content.authorID), handle: batch.name(content.handle),
      displayName: content.fields.lazy.map { batch.fields[$0] }.first { $0.kind == .displayName }
        .map { batch.text($0) })
    var post = Post(
      role: content.role, platform: content.platform, id: batch.name(content.id) ?? "",
      author: author)
    post.isOwn = accounts.author(of: content, in: batch) != nil
    post.permalink = batch.name(content.url) ?? Permalink.make(for: post)
    post.language = content.language
    post.createdAt = content.createdAt
    if keepsText {
      post.fields = content.fields.map {
        Post.Field(kind: batch.fields[$0].kind, text: batch.text(batch.fields[$0]))
      }
    }
    post.labels = content.labels.compactMap { batch.name(batch.labels[$0].range) }
    post.metrics = content.metrics
    post.media = Int(content.media)
    post.describedMedia = Int(content.describedMedia)
    post.isCovered = content.isCovered
    post.isTruncated = content.isTruncated
    post.isMissing = content.isMissing
    return post
  }
}

extension PostBatch {
  /// A kept copy of a field's text.
  fileprivate func text(_ field: BatchField) -> String {
    String(decoding: text[field.range.indices], as: UTF8.self)
  }
}

extension MatchFailure {
  /// What stopped a match, in words.
  fileprivate var reason: String {
    switch self {
    case .matchLimit: "match limit"
    case .depthLimit: "depth limit"
    case .heapLimit: "heap limit"
    case .jitStackLimit: "stack limit"
    case .malformedSubject: "malformed text"
    case .engine(let code): "engine error \(code)"
    }
  }
}
