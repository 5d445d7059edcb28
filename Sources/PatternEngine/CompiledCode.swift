internal import CPCRE2
internal import Guarding
import Synchronization

/// A code of PCRE2 that is made once, by the worker that asks for it first, and freed with its pattern.
@safe final class CompiledCode: Sendable {
  /// The address of the code, 0 before there is one; written once, with the lock held.
  private let address: Atomic<UInt>
  /// Whether there is a code; its lock is held while it is made.
  private let isMade: Guarded<Bool>

  init() {
    address = Atomic(0)
    isMade = Guarded(false)
  }

  /// Takes a code that nobody else has.
  init(_ code: OpaquePointer) {
    address = Atomic(UInt(bitPattern: code))
    isMade = Guarded(true)
  }

  deinit {
    // SAFETY: the only owner goes away, so no match can be reading the code.
    unsafe MachineCode.release(made)
    unsafe pcre2_code_free_8(made)
  }

  /// The code, if it was made; costs one load.
  var made: OpaquePointer? {
    // SAFETY: what is loaded was stored complete, never changes, and lives as long as this.
    unsafe OpaquePointer(bitPattern: address.load(ordering: .acquiring))
  }

  /// The code, which `make` makes, complete and for nobody else, if nobody has made it.
  func orMake(_ make: () -> OpaquePointer?) -> OpaquePointer {
    if let made = unsafe made { return unsafe made }
    isMade.withLock { isMade in
      guard !isMade else { return }
      // SAFETY: the lock makes this the only writer.
      address.store(unsafe UInt(bitPattern: make()), ordering: .releasing)
      isMade = true
    }
    guard let made = unsafe made else {
      preconditionFailure("BUG: a pattern that was compiled before is compiled no more")
    }
    return unsafe made
  }
}
