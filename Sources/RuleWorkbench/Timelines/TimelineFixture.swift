import Diagnostics
import RulePacks
import TimelineModel

/// A few posts in a row and the rules that fire on each, and no others: the proof of packs together.
struct TimelineFixture: Sendable {
  /// One post.
  struct Post: Sendable {
    /// The post's own text.
    var text: PlacedText
    /// The texts that it quotes or reposts; each is somebody else's.
    var quoted: [PlacedText]
    /// Its language.
    var language: LanguageCode
    /// The rules that fire, on its own text or a quoted one.
    var fires: [PlacedText]
  }

  /// What the timeline shows.
  var summary: String
  /// The posts.
  var posts: [Post]
  /// The file.
  var source: PackSource

  private static let keys = ["timeline", "language", "posts"]
  private static let postKeys = ["text", "quotes", "language", "fires"]

  /// Reads a file; faults are told with their places.
  static func read(_ source: PackSource) -> (fixture: TimelineFixture?, faults: [Diagnostic]) {
    let root: YAMLNode
    do throws(Diagnostic) {
      guard let node = try YAMLReader.read(source) else { return (nil, []) }
      root = node
    } catch {
      return (nil, [error])
    }
    var reader = MappingReader(root, what: "a timeline", keys: keys, in: source)
    let summary = reader.text("timeline", required: true)
    let language = reader.text("language").map { LanguageCode($0.text) } ?? .unknown
    var posts: [Post] = []
    if case .sequence(let nodes)? = reader.node("posts")?.content {
      for node in nodes {
        var post = MappingReader(node, what: "a post", keys: postKeys, in: source)
        if let text = post.text("text", required: true) {
          posts.append(
            Post(
              text: text, quoted: post.texts("quotes"),
              language: post.text("language").map { LanguageCode($0.text) } ?? language,
              fires: post.texts("fires")))
        }
        reader.append(post.faults)
      }
    } else {
      reader.missing("posts", help: "list the posts, each with `text:` and what `fires:`")
    }
    guard let summary else { return (nil, reader.faults) }
    return (TimelineFixture(summary: summary.text, posts: posts, source: source), reader.faults)
  }
}
