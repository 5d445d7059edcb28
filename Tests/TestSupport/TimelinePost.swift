import JSONText

/// One record of canonical NDJSON, with as much as a test needs to say.
package struct TimelinePost: Sendable {
  package var id = ""
  package var text: String? = "an ordinary day"
  package var platform = "x"
  package var capture: String? = "home"
  package var order: String? = "feed"
  package var position: Int?
  package var kind: String?
  package var authorID: String?
  package var handle: String? = "neighbour"
  package var displayName: String?
  package var url: String?
  package var createdAt: String?
  package var language: String?
  package var warning: String?
  package var labels: [String] = []
  package var altTexts: [String] = []
  package var links: [String] = []
  package var likes: Int?
  /// Bytes that say nothing, to make a file of many chunks out of few posts.
  package var padding = 0
  package var isPromoted = false
  package var isPinned = false
  /// What the entry shows inside, by the member that holds it: `quote`, `repost_of`, `reply_to`.
  package var embedded: [(key: String, post: TimelinePost)] = []

  /// A stranger's post.
  package init(_ text: String? = "an ordinary day") {
    self.text = text
  }

  /// A copy with a change.
  package func with(_ change: (inout TimelinePost) -> Void) -> TimelinePost {
    var copy = self
    change(&copy)
    return copy
  }

  /// An own post of the organisation that tests look for.
  package static let own = TimelinePost("a message of ours").with { $0.handle = "council" }

  /// A slot whose post is gone.
  package static let placeholder = TimelinePost(nil).with { $0.kind = "placeholder" }

  /// Posts from words: `own`, `gone` and `.` (an ordinary post), `word+promoted`, else its text.
  package static func sequence(_ words: String) -> [TimelinePost] {
    words.split(separator: " ").enumerated().map { index, word in
      let parts = word.split(separator: "+")
      var post =
        switch parts[0] {
        case "own": own
        case "gone": placeholder
        case ".": TimelinePost()
        default: TimelinePost(String(parts[0]))
        }
      post.id = String(1000 + index)
      if post.handle == "neighbour" { post.handle = "neighbour\(index)" }
      post.isPromoted = parts.dropFirst().contains("promoted")
      return post
    }
  }

  /// The record as a line of NDJSON.
  package var line: String {
    var json = JSONWriter()
    json.object { json in
      json.key("v")
      json.value(1)
      for (key, text) in [("capture", capture), ("order", order), ("platform", platform)] {
        if let text { json.string(key, text) }
      }
      if let position { json.number("pos", position) }
      if let kind { json.string("kind", kind) }
      if isPromoted { json.flag("promoted") }
      if isPinned { json.flag("pinned") }
      if padding > 0 { json.string("note", String(repeating: "-", count: padding)) }
      writeContent(&json)
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func writeContent(_ json: inout JSONWriter) {
    json.string("id", id.isEmpty ? "1" : id)
    for (key, value) in [
      ("text", text), ("url", url), ("cw", warning), ("lang", language),
      ("created_at", createdAt),
    ] {
      if let value { json.string(key, value) }
    }
    json.key("author")
    json.object { json in
      for (key, value) in [("id", authorID), ("handle", handle), ("name", displayName)] {
        if let value { json.string(key, value) }
      }
    }
    json.strings("labels", labels)
    json.strings("links", links)
    json.key("media")
    json.array { json in
      for alt in altTexts { json.object { $0.string("alt", alt) } }
    }
    json.key("metrics")
    json.object { json in
      if let likes { json.number("likes", likes) }
    }
    for (key, post) in embedded {
      json.key(key)
      json.object { post.writeContent(&$0) }
    }
  }
}

extension Sequence<TimelinePost> {
  /// The records as NDJSON; posts without an id get one from their place.
  package var ndjson: String {
    enumerated().map { index, post in
      post.id.isEmpty ? post.with { $0.id = String(1000 + index) }.line : post.line
    }.joined()
  }
}

extension JSONWriter {
  fileprivate mutating func string(_ key: String, _ text: String) {
    self.key(key)
    value(text)
  }

  fileprivate mutating func number(_ key: String, _ number: Int) {
    self.key(key)
    value(number)
  }

  fileprivate mutating func flag(_ key: String) {
    self.key(key)
    value(true)
  }

  fileprivate mutating func strings(_ key: String, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    self.key(key)
    array { json in
      for text in texts { json.value(text) }
    }
  }
}
