import Diagnostics
import Foundation
import ScanHistory

/// The state of a history in words, or as JSON for monitors.
enum BatchStatusText {
  static func words(_ status: HistoryStatus, today: String) -> String {
    var lines = [
      "\(counted(status.inputs, "input")), \(counted(status.captures, "capture")), "
        + "\(counted(status.exposures, "own post")); "
        + "\(status.repeats) seen in two files, counted once"
    ]
    if let first = status.firstDay, let last = status.lastDay {
      let lag = lag(last, today)
      let age = lag.map { $0 < 0 ? ", ahead of the clock" : ", \(counted($0, "day")) ago" } ?? ""
      lines.append("days: \(first) to \(last)" + age)
    }
    if status.undated > 0 {
      let have = status.undated == 1 ? "has" : "have"
      lines.append(
        "\(counted(status.undated, "input")) \(have) no day: say how files are named with --name")
    }
    for method in status.methods {
      lines.append("\(counted(method.inputs, "input")) by \(method.summary)")
    }
    for posture in status.postures {
      let scope = posture.scope.isEmpty ? "all" : posture.scope
      lines.append("posture of \(scope): \(posture.posture), since run \(posture.since)")
    }
    lines.append("")
    for run in status.runs {
      var line = "\(run.command) \(run.number): \(run.started)"
      if let ended = run.ended {
        line += " to \(ended), \(counted(run.found ?? 0, "file")) found, \(run.read ?? 0) read, "
        line += "\(run.unread ?? 0) not read"
      } else {
        line += ", at work or killed"
      }
      lines.append(line)
    }
    if !status.failures.isEmpty { lines.append("") }
    for failure in status.failures {
      lines.append("\(failure.state): \(failure.path): \(failure.message)")
    }
    return lines.map { TerminalText.safe($0) + "\n" }.joined()
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }

  static func json(_ status: HistoryStatus, today: String) -> String {
    struct Document: Encodable {
      struct Run: Encodable {
        var number: Int64
        var command: String
        var started: String
        var ended: String?
        var found: Int?
        var read: Int?
        var unread: Int?
      }
      struct Failure: Encodable { var path, state, message: String }
      struct Method: Encodable {
        var summary: String
        var inputs: Int
      }
      struct Posture: Encodable {
        var scope: String
        var posture: String
        var since: Int64
      }
      var schema = "alongside.status/1"
      var inputs, captures, exposures, repeats, undated, vanished: Int
      var first_day, last_day: String?
      var lag_days: Int?
      var files: [String: Int]
      var methods: [Method]
      var postures: [Posture]
      var runs: [Run]
      var failures: [Failure]
    }
    let document = Document(
      inputs: status.inputs, captures: status.captures, exposures: status.exposures,
      repeats: status.repeats, undated: status.undated, vanished: status.vanished,
      first_day: status.firstDay, last_day: status.lastDay,
      lag_days: status.lastDay.flatMap { lag($0, today) }, files: status.files,
      methods: status.methods.map { .init(summary: $0.summary, inputs: $0.inputs) },
      postures: status.postures.map {
        .init(scope: $0.scope.isEmpty ? "all" : $0.scope, posture: $0.posture, since: $0.since)
      },
      runs: status.runs.map {
        .init(
          number: $0.number, command: $0.command, started: $0.started, ended: $0.ended,
          found: $0.found, read: $0.read, unread: $0.unread)
      },
      failures: status.failures.map {
        .init(path: $0.path, state: $0.state, message: $0.message)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(document)) ?? Data()
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  /// Days between the last day of the history and today.
  private static func lag(_ last: String, _ today: String) -> Int? {
    let days = [last, today].map { try? Date($0 + "T00:00:00Z", strategy: .iso8601) }
    guard let from = days[0], let to = days[1] else { return nil }
    return Int(to.timeIntervalSince(from) / 86_400)
  }
}
