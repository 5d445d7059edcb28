import Alongside
import ArgumentParser
import Diagnostics
import Foundation

/// How the program ends; the same for every command.
enum ExitStatus: Int32, Error {
  /// Complete.
  case complete = 0
  /// Complete, and `--fail-on` was reached.
  case reached = 1
  /// Nothing was done.
  case nothingDone = 2
  /// An input, a record or a rule could not be read or decided.
  case incomplete = 3

  /// Ends the program as an error demands, after telling it.
  static func end(with error: any Error) -> Never {
    switch error {
    case let status as ExitStatus:
      exit(status.rawValue)
    case let list as DiagnosticList:
      Console.tell(list.diagnostics)
      exit(nothingDone.rawValue)
    case let diagnostic as Diagnostic:
      Console.tell([diagnostic])
      exit(nothingDone.rawValue)
    case is ClosedPipe:
      // Whoever read the output has seen enough.
      exit(complete.rawValue)
    default:
      endParsing(error)
    }
  }

  /// Help and version go to standard output; what was typed wrongly is told on standard error.
  private static func endParsing(_ error: any Error) -> Never {
    let message = AlongsideCommand.fullMessage(for: error)
    if AlongsideCommand.exitCode(for: error) == .success {
      print(message)
      exit(complete.rawValue)
    }
    Console.standardError(message + "\n")
    exit(nothingDone.rawValue)
  }
}
