import TimelineModel

extension Exposure {
  /// Puts an own post and its neighbours together again, as far as the history keeps them: no texts,
  /// no names, and of a neighbour with nothing to tell only that it was there.
  init(_ row: ExposureRow, _ mark: ExposureMark, of capture: CaptureRows.Capture) {
    let platform = Platform(rawValue: capture.platform)
    let handle = row.account.split(separator: ":@", maxSplits: 1).dropFirst().first.map(String.init)
    var post = Post(
      role: .own, platform: platform, id: row.post, author: Account(handle: handle))
    post.isOwn = true
    post.permalink = row.url
    post.createdAt = row.postedAt.map { Instant(milliseconds: $0) }
    post.metrics = row.metrics
    var own = Entry(
      kind: .post, isPromoted: false, isPinned: false, posts: [post], verdict: Verdict(),
      record: 0, byte: 0)
    own.verdict.themes = mark.themes
    let embedded = row.neighbours.first { $0.place == 0 }
    if let embedded { own.add(embedded, platform) }
    var neighbours: [Neighbour] = []
    for distance in mark.above.indices.reversed() {
      neighbours += Self.neighbour(-1 - distance, mark.above[distance], row, platform)
    }
    if embedded != nil || mark.embedded != .absent {
      neighbours.append(Neighbour(side: .embedded, distance: 0, entry: own))
    }
    for distance in mark.below.indices {
      neighbours += Self.neighbour(1 + distance, mark.below[distance], row, platform)
    }
    self.init(
      own: own, account: row.account, capture: Int(capture.id), slot: row.slot,
      order: OrderClass(rawValue: capture.orderClass) ?? .stream, neighbours: neighbours)
  }

  private static func neighbour(
    _ place: Int, _ slot: ExposureMark.Slot, _ row: ExposureRow, _ platform: Platform
  ) -> [Neighbour] {
    guard slot.state != .absent else { return [] }
    let kept = row.neighbours.first { $0.place == place }
    var post = Post(role: .own, platform: platform, id: kept?.post ?? "", author: Account())
    post.author.id = kept?.author.map { String(UInt64(bitPattern: $0), radix: 16) }
    post.isOwn = kept?.isOwn ?? false
    var entry = Entry(
      kind: kept?.kind ?? .post, isPromoted: slot.isPromoted, isPinned: false, posts: [post],
      verdict: Verdict(), record: 0, byte: 0)
    if let kept { entry.add(kept, platform) }
    return [
      Neighbour(
        side: place < 0 ? .above : .below, distance: abs(place), entry: entry,
        isOwn: kept?.isOwn ?? false)
    ]
  }
}

extension Entry {
  /// Adds the findings of a kept neighbour, with the posts that they stand in.
  fileprivate mutating func add(_ neighbour: ExposureRow.Neighbour, _ platform: Platform) {
    for finding in neighbour.findings {
      let index =
        posts.firstIndex { $0.role == finding.role && $0.id == finding.post } ?? posts.count
      if index == posts.count {
        var post = Post(role: finding.role, platform: platform, id: finding.post, author: Account())
        post.author.id = finding.author.map { String(UInt64(bitPattern: $0), radix: 16) }
        posts.append(post)
      }
      posts[index].isCovered = finding.isCovered
      var found = Finding(
        rule: finding.rule, category: CategoryID(finding.category), ruleTier: finding.ruleTier,
        tier: finding.tier, confidence: finding.confidence,
        target: finding.target.isEmpty ? nil : finding.target, post: index, field: finding.field,
        span: finding.span, needsReview: finding.needsReview)
      found.fingerprint = finding.fingerprint
      verdict.findings.append(found)
    }
    if neighbour.isUnknown, neighbour.kind != .placeholder {
      // What could not be screened is not kept; that it could not be, is.
      posts[posts.count - 1].isTruncated = true
    }
  }
}
