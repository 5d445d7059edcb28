/// How much work one match may cost before it is given up as undecided.
///
/// JIT-compiled patterns honour `matchLimit` and `jitStackKiB`; they know no depth or heap limit.
/// `depthLimit` and `heapLimitKiB` bind the patterns that PCRE2 has to interpret.
package struct MatchLimits: Hashable, Sendable {
  /// Backtracking steps; JIT code counts fewer of them than the interpreter does.
  package var matchLimit: UInt32
  /// Nested backtracking points.
  package var depthLimit: UInt32
  /// Memory of the interpreter for backtracking points, in KiB.
  package var heapLimitKiB: UInt32
  /// The stack of JIT code, in KiB; it grows from 32 KiB as needed and is kept.
  package var jitStackKiB: Int

  package init(
    matchLimit: UInt32 = 100_000, depthLimit: UInt32 = 20_000, heapLimitKiB: UInt32 = 16_384,
    jitStackKiB: Int = 1_024
  ) {
    self.matchLimit = matchLimit
    self.depthLimit = depthLimit
    self.heapLimitKiB = heapLimitKiB
    self.jitStackKiB = jitStackKiB
  }

  package static let standard = MatchLimits()
}
