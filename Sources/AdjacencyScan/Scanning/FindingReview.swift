import Digests
import TimelineModel

/// Names findings, and honours what reviewers decided about them.
package struct FindingReview: Sendable {
  /// What was decided, by fingerprint.
  let decisions: [String: ReviewVerdict]

  /// Fills in the fingerprint, and what was decided; `text` is what the finding covers.
  ///
  /// A false positive does not count. An accepted finding does not count either, unless its tier is
  /// floor, which nothing averages away. A confirmed one is sure.
  func apply(
    to finding: inout Finding, platform: Platform, post: String, text: some Sequence<UInt8>
  ) {
    let fingerprint = Self.fingerprint(finding, platform: platform, post: post, text: text)
    finding.fingerprint = fingerprint
    guard let verdict = decisions[fingerprint] else { return }
    finding.review = verdict
    switch verdict {
    case .falsePositive: finding.tier = nil
    case .accepted: finding.tier = finding.tier == .floor ? .floor : nil
    case .confirmed: finding.confidence = 1
    }
  }

  /// Rule, post, field and words, digested to 32 hexadecimal digits.
  private static func fingerprint(
    _ finding: Finding, platform: Platform, post: String, text: some Sequence<UInt8>
  ) -> String {
    var bytes: [UInt8] = []
    for part in [finding.rule, platform.rawValue, post, finding.field.name] {
      bytes += part.utf8
      bytes.append(0)
    }
    bytes += text
    return String(SHA256Hasher.digest(of: bytes).prefix(32))
  }
}
