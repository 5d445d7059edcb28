/// Where in the user's files a diagnostic points.
public enum SourceLocation: Hashable, Sendable {
  /// A whole file, folder or stream.
  case file(String)
  /// A place in a text file: line and column count from one, the column in Unicode scalars.
  case text(file: String, line: Int, column: Int)
  /// A record of an export: counted from one, its first byte counted from zero.
  case record(file: String, record: Int, byte: Int)

  /// The file that the location is in.
  public var file: String {
    switch self {
    case .file(let file), .text(let file, _, _), .record(let file, _, _): file
    }
  }
}

extension SourceLocation: CustomStringConvertible {
  /// The location as it stands at the start of a rendered diagnostic.
  public var description: String {
    switch self {
    case .file(let file): file
    case .text(let file, let line, let column): "\(file):\(line):\(column)"
    case .record(let file, let record, let byte): "\(file): record \(record), byte \(byte)"
    }
  }
}
