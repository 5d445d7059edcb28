import Foundation
import Guarding

/// One line on a terminal that is written over; nothing when it is no terminal.
final class StatusLine: Sendable {
  private let isWanted: Bool
  private let shown = Guarded<ContinuousClock.Instant?>(nil)

  /// Makes a line; `isWanted` overrides the look at the terminal.
  init(isWanted: Bool?) {
    self.isWanted = isWanted ?? (isatty(STDERR_FILENO) == 1)
  }

  /// Shows a text, a few times a second at most.
  func show(_ text: String) {
    guard isWanted else { return }
    let now = ContinuousClock.now
    shown.withLock { shown in
      if let shown, now - shown < .milliseconds(200) { return }
      shown = now
      Console.standardError("\r\u{1B}[K" + text)
    }
  }

  /// Takes the line away.
  func clear() {
    if shown.withLock({ $0 != nil }) { Console.standardError("\r\u{1B}[K") }
  }
}
