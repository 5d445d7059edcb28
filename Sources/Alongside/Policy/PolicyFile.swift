import Digests
public import Diagnostics
package import RulePacks
public import TimelineModel

/// What a policy file says: the organisation, how exposures are judged, and what follows.
public struct OrganisationPolicy: Hashable, Sendable {
  /// Whose posts are looked for.
  public var organisation: Organisation
  /// The weights and thresholds.
  public var risk: RiskPolicy
  /// Clauses, bands and the review's interval.
  public var review: ReviewPolicy
  /// The file and what it leaves to defaults.
  public var source: PolicySource
}

/// Reads a policy, `org.yaml`; `docs/policy.md` is its reference.
public enum PolicyFile {
  /// The keys, in the order of the reference.
  static let keys = [
    "organisation", "accounts", "themes", "contradictions", "suitability", "weights", "window",
    "minimum-exposures", "bands", "postures", "otherwise", "review-interval", "alternatives",
    "accuracy",
  ]
  /// The keys that a file must have.
  private static let required = ["organisation", "accounts"]

  /// Reads the file; throws everything that is wrong with it.
  ///
  /// Categories and themes are held against those of the packs, if there are any.
  public static func read(
    _ path: String, vocabulary: PolicyVocabulary? = nil
  ) throws(DiagnosticList) -> OrganisationPolicy {
    try read(try source(path), vocabulary: vocabulary)
  }

  /// The file's bytes, for whoever keeps them.
  package static func source(_ path: String) throws(DiagnosticList) -> PackSource {
    try YAMLFile.source(path)
  }

  /// Reads the bytes of such a file; throws everything that is wrong with it.
  package static func read(
    _ source: PackSource, vocabulary: PolicyVocabulary?
  ) throws(DiagnosticList) -> OrganisationPolicy {
    let root = try YAMLFile.root(of: source, help: "name the organisation and its accounts")
    var reader = MappingReader(root, what: "the file", keys: keys, in: source)
    var sections = PolicySections(source: source, vocabulary: vocabulary)
    let organisation = sections.organisation(&reader)
    let risk = sections.risk(&reader)
    let review = sections.review(&reader)
    guard reader.faults.isEmpty else { throw DiagnosticList(reader.faults) }
    return OrganisationPolicy(
      organisation: organisation, risk: risk, review: review,
      source: PolicySource(
        path: source.name, sha256: SHA256Hasher.digest(of: source.bytes),
        defaulted: keys.filter { !required.contains($0) && !reader.has($0) }))
  }
}
