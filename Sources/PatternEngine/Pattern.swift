internal import CPCRE2
internal import Guarding
import Synchronization

/// A compiled PCRE2 pattern: immutable, shared by all workers.
///
/// Always UTF and UCP, so that `\w`, `\b` and `\d` know Unicode; `.` stops at a line feed, `\R` knows
/// every Unicode line ending, and `\C` is refused. What makes it fast is made on first use: it costs
/// many times what compiling does, and many patterns of a run are never tried.
@safe package final class Pattern: Sendable {
  package struct Options: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Ignores case by the rules of Unicode; `k` also matches U+212A and `s` matches U+017F.
    package static let caseless = Options(rawValue: 1)
  }

  /// The longest source accepted, in bytes of UTF-8.
  package static let longestSource = 65_536

  package let source: String
  package let options: Options

  /// The address of the code of the source as it is written, 0 where nobody has asked for it yet.
  private let written: Atomic<UInt>
  /// The address of the code that matches, 0 before there is one.
  ///
  /// Each is written once, with the lock held.
  private let matcher = Atomic<UInt>(0)
  /// How many codes there are; its lock is held while one is made.
  private let codes: Guarded<Int>
  private let outlines = Guarded<Outline??>(nil)

  /// Compiles `source`, in about forty nanoseconds a byte.
  package init(_ source: String, options: Options = .caseless) throws(PatternError) {
    self.source = source
    self.options = options
    written = unsafe Atomic(UInt(bitPattern: try Pattern.compile(source, options: options)))
    codes = Guarded(1)
  }

  /// Takes a source that this version of PCRE2 has compiled before; it is compiled on first use.
  package init(compiledBefore source: String, options: Options = .caseless) {
    self.source = source
    self.options = options
    written = Atomic(0)
    codes = Guarded(0)
  }

  deinit {
    // SAFETY: the only owner goes away, so no match can be reading either code.
    let matcher = unsafe OpaquePointer(bitPattern: matcher.load(ordering: .acquiring))
    let written = unsafe OpaquePointer(bitPattern: written.load(ordering: .acquiring))
    if unsafe matcher != written { unsafe pcre2_code_free_8(matcher) }
    unsafe pcre2_code_free_8(written)
  }

  /// The version of PCRE2, with its date.
  package static var libraryVersion: String {
    var bytes = [CChar](repeating: 0, count: 64)
    // SAFETY: PCRE2 writes its version, of some twenty bytes and an end, to what has room for it.
    _ = unsafe pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &bytes)
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  }

  /// The code of the source as it is written.
  var code: OpaquePointer {
    if let ready = unsafe OpaquePointer(bitPattern: written.load(ordering: .acquiring)) {
      return unsafe ready
    }
    return unsafe codes.withLock { unsafe writtenCode(&$0) }
  }

  /// The same for those who hold the lock.
  private func writtenCode(_ count: inout Int) -> OpaquePointer {
    // SAFETY: the lock makes this the only writer, and what is stored is complete.
    if let ready = unsafe OpaquePointer(bitPattern: written.load(ordering: .acquiring)) {
      return unsafe ready
    }
    guard let code = unsafe try? Pattern.compile(source, options: options) else {
      preconditionFailure("BUG: a pattern that was compiled before is compiled no more")
    }
    written.store(UInt(bitPattern: code), ordering: .releasing)
    count += 1
    return unsafe code
  }

  /// Makes what matching needs, once, so that no match has to; later calls cost one load.
  package func prepareForMatching() { _ = unsafe preparedCode() }

  /// The code to match with: the source with its alternations factored, as machine code.
  ///
  /// A pattern that cannot have any (`(*NO_JIT)`, no memory, no JIT on this machine) is interpreted.
  func preparedCode() -> OpaquePointer {
    // SAFETY: what is loaded was stored below, complete, and lives as long as the pattern.
    if let ready = unsafe OpaquePointer(bitPattern: matcher.load(ordering: .acquiring)) {
      return unsafe ready
    }
    return unsafe codes.withLock { count in
      // SAFETY: the lock makes this the only writer, and no match reads a code before its store.
      if let ready = unsafe OpaquePointer(bitPattern: matcher.load(ordering: .acquiring)) {
        return unsafe ready
      }
      let factored = unsafe factoredCode()
      if unsafe factored != nil { count += 1 }
      let code = unsafe factored ?? writtenCode(&count)
      _ = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
      matcher.store(UInt(bitPattern: code), ordering: .releasing)
      return unsafe code
    }
  }

  /// The code of the factored source; `nil` where it has none, or is nested too deep for PCRE2.
  private func factoredCode() -> OpaquePointer? {
    guard let factored = AlternationFactoring.factored(source, options: options) else { return nil }
    return unsafe try? Pattern.compile(factored, options: options)
  }

  /// The pattern's outline, made on first use; nil where it has none.
  var outline: Outline? {
    outlines.withLock { outline in
      if let outline { return outline }
      let made = Outline(of: self)
      outline = .some(made)
      return made
    }
  }

  private static func compile(
    _ source: String, options: Options
  ) throws(PatternError) -> OpaquePointer {
    var flags = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C
    if options.contains(.caseless) { flags |= PCRE2_CASELESS }
    var utf8 = source
    var code: Int32 = 0
    var offset = 0
    // SAFETY: every pointer lives for the calls made inside the closure, and the length is exact;
    // a context that could not be made is null, which means the defaults of PCRE2.
    let compiled: OpaquePointer? = utf8.withUTF8 { bytes in
      let context = unsafe pcre2_compile_context_create_8(nil)
      defer { unsafe pcre2_compile_context_free_8(context) }
      if let context = unsafe context {
        unsafe pcre2_set_max_pattern_length_8(context, Pattern.longestSource)
        unsafe pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_LF))
        unsafe pcre2_set_bsr_8(context, UInt32(PCRE2_BSR_UNICODE))
      }
      let start = unsafe bytes.baseAddress ?? alongside_pcre2_empty_subject()
      return unsafe pcre2_compile_8(start, bytes.count, flags, &code, &offset, context)
    }
    guard let compiled = unsafe compiled else {
      throw PatternError(code: code, byteOffset: offset, message: message(of: code))
    }
    return unsafe compiled
  }

  private static func message(of code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let capacity = buffer.count
    // SAFETY: PCRE2 is told how much the buffer holds, and returns how much of it it wrote.
    let length = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pcre2_get_error_message_8(code, $0.baseAddress, capacity)
    }
    return String(decoding: buffer.prefix(Int(max(length, 0))), as: UTF8.self)
  }
}
