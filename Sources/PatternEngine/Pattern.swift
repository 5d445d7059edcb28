internal import CPCRE2
internal import Guarding
import Synchronization

/// A compiled PCRE2 pattern: immutable, shared by all workers.
///
/// Always UTF and UCP, so that `\w`, `\b` and `\d` know Unicode; `.` stops at a line feed, `\R` knows
/// every Unicode line ending, and `\C` is refused. What makes it fast is made when it has been tried
/// some times: it costs many times what compiling does, and many patterns of a run are seldom tried.
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

  private let written: CompiledCode
  private let factored = CompiledCode()
  private let machine = CompiledCode()
  /// The bytes of text that it was interpreted on while machine code did not pay.
  private let interpretedBytes = Atomic<Int>(0)
  private let outlines = Guarded<Outline??>(nil)
  /// Reads the outline that was written down, if one was.
  private let keptOutline: (@Sendable () -> [UInt8]?)?

  /// Compiles `source`, in about forty nanoseconds a byte.
  package init(_ source: String, options: Options = .caseless) throws(PatternError) {
    self.source = source
    self.options = options
    keptOutline = nil
    written = unsafe CompiledCode(try Pattern.compile(source, options: options))
  }

  /// Takes a source that this version of PCRE2 has compiled before; it is compiled on first use.
  ///
  /// `outline` reads back what `writtenOutline()` gave for it, or nothing if that was damaged; it is
  /// called once, when the outline is needed.
  package init(
    compiledBefore source: String, options: Options = .caseless,
    outline: (@Sendable () -> [UInt8]?)? = nil
  ) {
    self.source = source
    self.options = options
    keptOutline = outline
    written = CompiledCode()
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
    unsafe written.orMake { unsafe try? Pattern.compile(source, options: options) }
  }

  /// The code of the source with its alternations factored, to be interpreted.
  var factoredCode: OpaquePointer {
    unsafe factored.orMake {
      // A factored source may be nested too deep for PCRE2.
      if let source = AlternationFactoring.factored(source, options: options),
        let code = unsafe try? Pattern.compile(source, options: options)
      {
        return unsafe code
      }
      return unsafe try? Pattern.compile(source, options: options)
    }
  }

  /// The same as machine code.
  ///
  /// A pattern that cannot have any (`(*NO_JIT)`, no memory, no JIT on this machine) is interpreted.
  var machineCode: OpaquePointer {
    unsafe machine.orMake {
      // SAFETY: the copy is changed before anyone else sees it; others may be reading the original.
      let copy = unsafe pcre2_code_copy_8(factoredCode)
      unsafe MachineCode.make(of: copy)
      return unsafe copy
    }
  }

  /// Machine code where it is there, or where a text of `length` bytes makes it time for it.
  ///
  /// Making it costs as much as interpreting some dozen posts, and a third of a run's memory if all
  /// patterns have it.
  func machineCode(for length: Int) -> OpaquePointer? {
    if let made = unsafe machine.made { return unsafe made }
    let bytes = interpretedBytes.wrappingAdd(length, ordering: .relaxed).newValue
    return unsafe MachineCode.pays(for: length, after: bytes) ? machineCode : nil
  }

  /// Makes what matching needs, once, so that no match has to; later calls cost one load.
  package func prepareForMatching() { _ = unsafe machineCode }

  /// The pattern's outline, made on first use; nil where it has none.
  var outline: Outline? {
    outlines.withLock { outline in
      if let outline { return outline }
      let made = readOutline() ?? Outline(of: self)
      outline = .some(made)
      return made
    }
  }

  /// The outline as bytes for the same program, none where there is no outline; made anew, in about a
  /// millisecond.
  package func writtenOutline() -> [UInt8] {
    var writer = PreparationWriter()
    Outline(of: self)?.write(to: &writer)
    return writer.bytes
  }

  /// The outline that was written down; nil where none was.
  private func readOutline() -> Outline?? {
    guard let bytes = keptOutline?() else { return nil }
    if bytes.isEmpty { return .some(nil) }
    var reader = PreparationReader(bytes)
    guard let outline = try? Outline(&reader) else { return nil }
    return outline
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
