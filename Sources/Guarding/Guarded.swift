#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// A value that one thread at a time may use.
///
/// It does what `Synchronization.Mutex` does by a lock of the system, which the thread sanitizer knows:
/// the standard library is not built with it, so that a `Mutex` looks to it like no lock at all.
@safe package final class Guarded<Value: ~Copyable>: Sendable {
  nonisolated(unsafe) private let lock: UnsafeMutablePointer<pthread_mutex_t>
  nonisolated(unsafe) private var value: Value

  /// Guards a value that nobody else has; one of no size would have the address of something else.
  package init(_ value: consuming sending Value) {
    precondition(MemoryLayout<Value>.size > 0, "BUG: nothing to guard")
    unsafe self.value = value
    unsafe lock = .allocate(capacity: 1)
    // SAFETY: the lock has its own memory, which stays where it is until `deinit`.
    let status = unsafe pthread_mutex_init(lock, nil)
    precondition(status == 0, "out of memory for a lock")
  }

  deinit {
    // SAFETY: the only owner goes away, so nobody holds the lock.
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  /// Calls `body` with the value when no other thread has it; calls within calls never return.
  package func withLock<Result, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    // SAFETY: between the two calls no other thread gets here, and the value is touched nowhere else.
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return try unsafe body(&value)
  }
}
