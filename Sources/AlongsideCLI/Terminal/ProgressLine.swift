import Foundation
import Guarding

/// One line on a terminal that says how far a long scan is; nothing when it is no terminal.
final class ProgressLine: Sendable {
  private struct State {
    var before = 0
    var last = 0
    var shown = ContinuousClock.now
    var isShown = false
  }

  private let start = ContinuousClock.now
  private let isWanted: Bool
  private let state = Guarded(State())

  /// Makes a line; `isWanted` overrides the look at the terminal.
  init(isWanted: Bool?) {
    self.isWanted = isWanted ?? (isatty(STDERR_FILENO) == 1)
  }

  /// Takes the unpacked bytes read of the current input and shows them a few times a second.
  func update(_ bytes: Int) {
    guard isWanted else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      if bytes < state.last { state.before += state.last }
      state.last = bytes
      guard now - state.shown > .milliseconds(200) else { return }
      state.shown = now
      state.isShown = true
      let total = Double(state.before + bytes) / 1_000_000
      let seconds = (now - start) / .seconds(1)
      Console.standardError(
        "\r\u{1B}[K\(Int(total)) MB read, \(Int(total / max(seconds, 0.001))) MB a second")
    }
  }

  /// Takes the line away.
  func clear() {
    let isShown = state.withLock { $0.isShown }
    if isShown { Console.standardError("\r\u{1B}[K") }
  }
}
