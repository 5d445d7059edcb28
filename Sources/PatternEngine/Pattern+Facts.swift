internal import CPCRE2

extension Pattern {
  /// The fewest characters any match can have; 0 where PCRE2 cannot tell.
  package var minimumLength: Int { fact(PCRE2_INFO_MINLENGTH) }

  /// Whether the pattern might match an empty string, and so every text.
  package var mightMatchEmpty: Bool { fact(PCRE2_INFO_MATCHEMPTY) != 0 }

  /// The number of the highest capturing group.
  package var captureCount: Int { fact(PCRE2_INFO_CAPTURECOUNT) }

  private func fact(_ what: Int32) -> Int {
    var value: UInt32 = 0
    // SAFETY: the facts above are all `uint32_t`, written once, and the code is immutable for them.
    let status = unsafe pcre2_pattern_info_8(code, UInt32(what), &value)
    precondition(status == 0, "BUG: PCRE2 does not know its own fact \(what)")
    return Int(value)
  }
}
