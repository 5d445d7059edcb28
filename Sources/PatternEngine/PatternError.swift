/// Why a pattern could not be compiled, and where in its source.
package struct PatternError: Error, Hashable, Sendable {
  /// The PCRE2 compile error number (101 and up), or a negative general error.
  package let code: Int32
  /// The offset into the UTF-8 source at which PCRE2 gave up, `0...source.utf8.count`.
  package let byteOffset: Int
  /// The message of PCRE2, lower case, without a full stop.
  package let message: String
}
