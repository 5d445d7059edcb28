/// What groups of patterns require, kept for the next pattern with the same group.
///
/// The patterns of a pack share long lists of words; this reads each list once.
package struct RequirementMemory {
  /// The source of a group behind its opening, and the settings under which it was read.
  struct Group: Hashable {
    private let source: ArraySlice<Unicode.Scalar>
    private let isCaseless: Bool
    private let digest: UInt64

    init(_ source: ArraySlice<Unicode.Scalar>, isCaseless: Bool) {
      self.source = source
      self.isCaseless = isCaseless
      // FNV-1a: hashing every scalar by `Hasher` would cost more than it saves.
      digest = source.reduce(0xCBF2_9CE4_8422_2325) {
        ($0 ^ UInt64($1.value)) &* 0x100_0000_01B3
      }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  var requirements: [Group: Requirement] = [:]

  package init() {}
}
