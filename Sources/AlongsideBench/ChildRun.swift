import Foundation
import RulePacks

/// One run of a program: how long it took, its processor time, and the most memory it had.
struct ChildRun {
  /// Seconds by the clock.
  var elapsed: Double
  /// Seconds of all cores together, which other programs on the machine disturb little.
  var processor: Double
  /// Bytes.
  var memory: Int

  /// Runs a program with its output thrown away, or written to a file; nil where there is no such
  /// program, or it fails.
  static func of(
    _ program: String, _ arguments: [String], output: String = "/dev/null"
  ) -> ChildRun? {
    let words = [program] + arguments
    // SAFETY: every string and the array of them live until the program has been started; the null
    // at the end is what `posix_spawn` stops at.
    let strings: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe strings.forEach { unsafe free($0) } }
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(
      &actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let clock = ContinuousClock()
    let start = clock.now
    var child: pid_t = 0
    guard unsafe posix_spawnp(&child, program, &actions, nil, strings, environ) == 0 else {
      return nil
    }
    var status: Int32 = 0
    var usage = rusage()
    // SAFETY: both places are written once.
    guard unsafe wait4(child, &status, 0, &usage) == child, status & 0x7F == 0,
      (status >> 8) & 0xFF < 2
    else { return nil }
    return ChildRun(
      elapsed: seconds(clock.now - start),
      processor: Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6,
      memory: usage.ru_maxrss << 10)
  }
}

/// A duration in seconds.
func seconds(_ duration: Duration) -> Double {
  Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}

/// Seconds of processor time that a closure takes on this thread.
func processorTime(_ body: () throws -> Void) rethrows -> Double {
  let start = ProcessorTime.now
  try body()
  return seconds(ProcessorTime.now - start)
}
