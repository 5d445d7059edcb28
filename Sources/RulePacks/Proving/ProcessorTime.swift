#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// The processor time of the calling thread, which other programs on the machine hardly disturb.
package enum ProcessorTime {
  /// The time so far; differences are of use.
  package static var now: Duration {
    var time = timespec()
    // SAFETY: the place is written once.
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
