internal import CPCRE2
import Synchronization

/// What machine code costs, and how much of it there is.
enum MachineCode {
  /// The bytes of text that a pattern is interpreted on before machine code is made of it.
  ///
  /// With 0, 20,000 posts full of hate took 50 MB more and as long; without bound, tweets took 1.2
  /// times as long.
  static let interpretedBytes = 10_000
  /// The bytes of machine code after which only long texts get more of it.
  private static let mostBytes = 32 << 20
  /// The bytes of a long text: interpreting it takes longer than making machine code.
  private static let longText = 2_000

  /// The bytes that there are of it, of all patterns.
  private static let byteCount = Atomic<Int>(0)

  /// Whether to make some for a text of `length` bytes, after as many interpreted `bytes` with it.
  static func pays(for length: Int, after bytes: Int) -> Bool {
    bytes > interpretedBytes
      && (length > longText || byteCount.load(ordering: .relaxed) < mostBytes)
  }

  /// Makes machine code of a code that nobody else has yet.
  static func make(of code: OpaquePointer?) {
    // SAFETY: the caller owns the code.
    _ = unsafe pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE)
    byteCount.wrappingAdd(unsafe size(of: code), ordering: .relaxed)
  }

  /// Counts machine code out that is about to be freed.
  static func release(_ code: OpaquePointer?) {
    byteCount.wrappingSubtract(unsafe size(of: code), ordering: .relaxed)
  }

  private static func size(of code: OpaquePointer?) -> Int {
    var size = 0
    // SAFETY: PCRE2 writes the size, 0 where there is no machine code, and nothing for no code.
    _ = unsafe pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_JITSIZE), &size)
    return size
  }
}
