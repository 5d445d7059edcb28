public import Diagnostics
package import ScanHistory
import TimelineModel

/// A pattern that file names follow, such as `{platform}/{account}/{date}.ndjson`.
public struct NamePattern: Hashable, Sendable {
  /// The pattern as it was written.
  public let text: String

  /// Checks a pattern; throws `B004` for a name in braces that means nothing.
  public init(_ text: String) throws(Diagnostic) {
    self.text = text
    _ = try Self.expression(of: text)
  }

  /// What each name in braces stands for, and what it may match.
  private static let parts: [(name: String, expression: String)] = [
    ("platform", "[^/]+?"), ("feed", "[^/]+?"), ("account", "[^/]+?"),
    ("date", "[0-9]{4}-?[0-9]{2}-?[0-9]{2}"), ("time", "[0-9]{2}[:h-]?[0-9]{2}"),
  ]

  private static func expression(of text: String) throws(Diagnostic) -> String {
    var result = "(?:^|/)"
    var rest = text[...]
    while let character = rest.first {
      rest.removeFirst()
      if character == "*" {
        result += "[^/]*?"
      } else if "{}".contains(character) {
        let name = rest.firstIndex(of: "}").map { rest[..<$0] } ?? rest
        guard let part = parts.first(where: { $0.name == name }), !result.contains("<\(name)>")
        else {
          throw Diagnostic(
            .error, "B004", "the name pattern `\(text)` cannot use `{\(name)}` there",
            help: "use each of \(parts.map { "{\($0.name)}" }.joined(separator: ", ")) once at most"
          )
        }
        result += "(?<\(name)>\(part.expression))"
        rest = rest.dropFirst(name.count + 1)
      } else {
        result +=
          character.isLetter || character.isNumber || character == "/"
          ? String(character) : "\\" + String(character)
      }
    }
    return result + "$"
  }

  /// What a path says, or nil when it does not follow the pattern.
  package func name(of path: String) -> CaptureName? {
    guard let expression = try? Regex(Self.expression(of: text)),
      let match = path.firstMatch(of: expression)
    else { return nil }
    func part(_ name: String) -> String? { match[name]?.substring.map(String.init) }
    var name = CaptureName()
    name.platform = part("platform").map(Platform.init(named:))
    name.feed = part("feed")
    name.viewer = part("account")
    let moment = (part("date") ?? "") + (part("time").map { "T" + $0 } ?? "")
    if let (day, time) = CaptureName.moment(in: moment) {
      name.day = day
      name.time = time
    }
    return name
  }
}
