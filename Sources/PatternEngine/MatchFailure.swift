/// Why a match could not be decided: never to be read as "no match".
package enum MatchFailure: Error, Hashable, Sendable {
  /// The pattern took more steps on this subject than `MatchLimits.matchLimit`.
  case matchLimit
  /// Backtracking nested deeper than `MatchLimits.depthLimit` (interpreted patterns only).
  case depthLimit
  /// Backtracking needed more memory than `MatchLimits.heapLimitKiB` (interpreted patterns only).
  case heapLimit
  /// Backtracking needed more memory than `MatchLimits.jitStackKiB` (JIT-compiled patterns only).
  case jitStackLimit
  /// A bound of the subject, or the start of the search, cuts a character at this byte of the text.
  case malformedSubject(offset: Int)
  /// Another PCRE2 error, by its (negative) code.
  case engine(code: Int32)
}
