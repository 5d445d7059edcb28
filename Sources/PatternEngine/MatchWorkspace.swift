internal import CPCRE2

/// What one worker needs to match patterns: it is made once, and matching allocates nothing.
///
/// Interpreted patterns are the exception: PCRE2 grows their memory up to `heapLimitKiB`, once.
@safe package struct MatchWorkspace: ~Copyable {
  private let result: OpaquePointer
  private let context: OpaquePointer
  /// With limits that machine code reaches later than the interpreter does.
  private let trial: OpaquePointer
  private let stack: OpaquePointer?
  package let limits: MatchLimits
  private let interprets: Bool

  /// Prepares for matching; with `interprets`, patterns are matched as they were compiled, which is
  /// slow but spares making machine code of patterns that are tried a few times only.
  package init(limits: MatchLimits = .standard, interprets: Bool = false) {
    self.limits = limits
    self.interprets = interprets
    // SAFETY: the four objects are owned by this value alone; the context points at the stack,
    // and `deinit` frees both together.
    guard let result = unsafe pcre2_match_data_create_8(1, nil),
      let context = unsafe pcre2_match_context_create_8(nil),
      let trial = unsafe pcre2_match_context_create_8(nil)
    else { preconditionFailure("out of memory for a match workspace") }
    unsafe self.result = unsafe result
    unsafe self.context = unsafe context
    unsafe self.trial = unsafe trial
    unsafe stack = unsafe pcre2_jit_stack_create_8(
      min(32, limits.jitStackKiB) << 10, limits.jitStackKiB << 10, nil)
    unsafe pcre2_set_match_limit_8(context, limits.matchLimit)
    unsafe pcre2_set_depth_limit_8(context, limits.depthLimit)
    unsafe pcre2_set_heap_limit_8(context, limits.heapLimitKiB)
    // A backtracking point takes the interpreter more memory than machine code.
    unsafe pcre2_set_match_limit_8(trial, limits.matchLimit)
    unsafe pcre2_set_depth_limit_8(trial, limits.depthLimit)
    unsafe pcre2_set_heap_limit_8(trial, min(limits.heapLimitKiB, UInt32(limits.jitStackKiB)))
    unsafe pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(stack))
  }

  deinit {
    // SAFETY: all four were made by `init` and are used by no one else.
    unsafe pcre2_match_context_free_8(context)
    unsafe pcre2_match_context_free_8(trial)
    unsafe pcre2_match_data_free_8(result)
    unsafe pcre2_jit_stack_free_8(stack)
  }

  /// Finds the first match of `pattern` in the field `field` of `text`, at or after byte `start`.
  ///
  /// The field is the whole subject: `^`, `$`, `\b` and lookarounds see its bounds as the bounds of
  /// the text. All offsets, the result's too, are bytes of `text`; `start` defaults to the start of
  /// the field. `UTF8Span` is the proof of valid UTF-8 that lets PCRE2 skip its own check.
  /// - Returns: the range of the match, or `nil` where it is proved that there is none.
  /// - Throws: `MatchFailure` where neither could be proved.
  package mutating func firstMatch(
    of pattern: Pattern, in text: UTF8Span, within field: Range<Int>, from start: Int? = nil
  ) throws(MatchFailure) -> Range<Int>? {
    let start = start ?? field.lowerBound
    let bytes = text.span
    precondition(field.lowerBound >= 0 && field.upperBound <= bytes.count, "field outside the text")
    precondition(field.lowerBound <= start && start <= field.upperBound, "start outside the field")
    try requireCharacterBoundary(field.lowerBound, in: bytes)
    try requireCharacterBoundary(start, in: bytes)
    try requireCharacterBoundary(field.upperBound, in: bytes)
    let status = status(of: pattern, bytes, field, start)
    // 0 says that there were more groups than the one pair of offsets kept here.
    if status >= 0 { return matchedRange(in: field) }
    if status == PCRE2_ERROR_NOMATCH { return nil }
    throw MatchFailure(status: status)
  }

  /// Finds the first match of `pattern` in the whole of `text`.
  package mutating func firstMatch(
    of pattern: Pattern, in text: UTF8Span
  ) throws(MatchFailure) -> Range<Int>? {
    try firstMatch(of: pattern, in: text, within: 0..<text.span.count)
  }

  /// Matches by machine code where that pays.
  private func status(
    of pattern: Pattern, _ bytes: Span<UInt8>, _ field: Range<Int>, _ start: Int
  ) -> Int32 {
    if !interprets, let code = unsafe pattern.machineCode(for: field.count) {
      return unsafe match(code, bytes, field, start, context)
    }
    let code = unsafe interprets ? pattern.code : pattern.factoredCode
    let status = unsafe match(code, bytes, field, start, trial, PCRE2_NO_JIT)
    // Machine code is the judge of what takes too long, so that all see the same.
    guard status < 0 && status != PCRE2_ERROR_NOMATCH else { return status }
    return unsafe match(pattern.machineCode, bytes, field, start, context)
  }

  private func match(
    _ code: OpaquePointer, _ bytes: Span<UInt8>, _ field: Range<Int>, _ start: Int,
    _ context: OpaquePointer, _ options: UInt32 = 0
  ) -> Int32 {
    // SAFETY: the caller has checked the bounds, and the bytes outlive the call; valid UTF-8 is what
    // `UTF8Span` stands for, and no bound cuts a character, so the check may be left out.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      let base = unsafe bytes.baseAddress ?? alongside_pcre2_empty_subject()
      return unsafe pcre2_match_8(
        code, base + field.lowerBound, field.count, start - field.lowerBound,
        PCRE2_NO_UTF_CHECK | options, result, context)
    }
  }

  private func matchedRange(in field: Range<Int>) -> Range<Int> {
    // SAFETY: after a match the first pair of offsets is set, and lies within the subject.
    let pair = unsafe pcre2_get_ovector_pointer_8(result)
    guard let (from, to) = unsafe pair.map({ unsafe ($0[0], $0[1]) }) else {
      preconditionFailure("BUG: a match without offsets")
    }
    // `\K` called out of a lookahead can put the start behind the end.
    return field.lowerBound + min(from, to)..<field.lowerBound + max(from, to)
  }
}

/// Throws where byte `offset` lies inside a character.
private func requireCharacterBoundary(_ offset: Int, in bytes: Span<UInt8>) throws(MatchFailure) {
  guard offset < bytes.count, bytes[offset] & 0xC0 == 0x80 else { return }
  throw .malformedSubject(offset: offset)
}

extension MatchFailure {
  fileprivate init(status: Int32) {
    switch status {
    case PCRE2_ERROR_MATCHLIMIT: self = .matchLimit
    case PCRE2_ERROR_DEPTHLIMIT: self = .depthLimit
    case PCRE2_ERROR_HEAPLIMIT: self = .heapLimit
    case PCRE2_ERROR_JIT_STACKLIMIT: self = .jitStackLimit
    default: self = .engine(code: status)
    }
  }
}
