package import Digests
package import TimelineModel

/// One own post in one slot as the history keeps it: no text, no name of a stranger.
package struct ExposureRow: Hashable, Sendable {
  /// A neighbour that matters: with a finding, unknown, or own.
  struct Neighbour: Hashable, Sendable {
    /// Slots away: negative above, 0 embedded, positive below.
    var place = 0
    var kind = EntryKind.post
    var isPromoted = false
    var isOwn = false
    var isUnknown = false
    var post = ""
    var author: Int64?
    var findings: [Finding] = []
  }

  /// A rule's match in a neighbour, in a post that the organisation did not write.
  struct Finding: Hashable, Sendable {
    var rule = ""
    var category = ""
    var ruleTier = Tier.low
    var confidence = 1.0
    var target = ""
    var tier: Tier?
    var role = ContentRole.own
    var post = ""
    var author: Int64?
    var field = FieldKind.text
    var span = 0..<0
    var isCovered = false
    var needsReview = false
    var fingerprint = ""
  }

  /// The capture's number in its scan.
  var capture = 0
  var slot = 0
  var account = ""
  var post = ""
  var postedAt: Int64?
  var url: String?
  /// When it was recorded, where the export says so.
  var recordedAt: Int64?
  /// When the newest post within the window was published.
  var newest: Int64?
  var above = 0
  var below = 0
  var isMeasured = false
  var isUnsafe = false
  var isUnsuitable = false
  var isContradiction = false
  var hasUnknown = false
  var risk = 0.0
  /// The exposure's mark without what has a column of its own, encoded.
  var surroundings: [UInt8] = []
  var metrics = Metrics()
  /// Hashes of the direct neighbours' ids, by which another file's same sighting is told.
  var abovePost: Int64?
  var belowPost: Int64?
  var neighbours: [Neighbour] = []
}

extension ExposureRow {
  /// Takes from a judged exposure what the history keeps.
  package init(_ exposure: Exposure, _ mark: ExposureMark, authors: KeyedHash) {
    let own = exposure.own.own
    capture = exposure.capture
    slot = exposure.slot
    account = exposure.account
    post = own.id
    postedAt = own.createdAt?.milliseconds
    recordedAt = exposure.own.recordedAt?.milliseconds
    url = own.permalink
    isMeasured = exposure.isMeasured
    isUnsafe = exposure.isUnsafe
    isUnsuitable = exposure.isUnsuitable
    isContradiction = mark.isContradiction
    hasUnknown = exposure.hasUnknown
    surroundings = Surroundings.encode(mark)
    risk = exposure.risk
    metrics = own.metrics
    newest = postedAt
    for neighbour in exposure.neighbours {
      let other = neighbour.entry.own
      above += neighbour.side == .above ? 1 : 0
      below += neighbour.side == .below ? 1 : 0
      newest = [newest, other.createdAt?.milliseconds].compactMap { $0 }.max()
      if neighbour.distance == 1, !other.id.isEmpty {
        let hash = Int64(StableHash(of: [other.id]).value >> 32)
        if neighbour.side == .above { abovePost = hash } else { belowPost = hash }
      }
      if let kept = Neighbour(neighbour, authors) { neighbours.append(kept) }
    }
  }
}

extension ExposureRow.Neighbour {
  /// Takes a neighbour that matters; of the others, not even a hash is made.
  fileprivate init?(_ neighbour: Exposure.Neighbour, _ authors: KeyedHash) {
    let entry = neighbour.entry
    let isFound = entry.verdict.findings.contains { !entry.posts[$0.post].isOwn }
    guard neighbour.isOwn || neighbour.isUnknown || isFound else { return nil }
    place = neighbour.side == .above ? -neighbour.distance : neighbour.distance
    kind = entry.kind
    isPromoted = entry.isPromoted
    isOwn = neighbour.isOwn
    isUnknown = neighbour.isUnknown
    post = entry.own.id
    author = isOwn || place == 0 ? nil : entry.own.hashedAuthor(authors)
    guard !isOwn else { return }
    findings = entry.verdict.findings
      .filter { !entry.posts[$0.post].isOwn }
      .map { ExposureRow.Finding($0, in: entry.posts[$0.post], authors) }
  }
}

extension ExposureRow.Finding {
  fileprivate init(_ finding: Finding, in post: Post, _ authors: KeyedHash) {
    rule = finding.rule
    category = finding.category.rawValue
    ruleTier = finding.ruleTier
    confidence = finding.confidence
    target = finding.target ?? ""
    tier = finding.tier
    role = post.role
    self.post = post.id
    author = post.hashedAuthor(authors)
    field = finding.field
    span = finding.span
    isCovered = post.isCovered
    needsReview = finding.needsReview
    fingerprint = finding.fingerprint ?? ""
  }
}

extension Post {
  /// The author as a keyed hash; nil where the export names none.
  fileprivate func hashedAuthor(_ authors: KeyedHash) -> Int64? {
    guard let name = author.id ?? author.handle?.lowercased() else { return nil }
    return authors.number(of: platform.rawValue + ":" + name)
  }
}
