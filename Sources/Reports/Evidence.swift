import Digests
import TimelineModel

/// What a report shows of a post: masked text, hidden authors.
struct Evidence {
  let options: ReportOptions

  /// Who wrote a post: own accounts and, if asked for, strangers by name, otherwise a short hash.
  func author(of post: Post, isOwn: Bool) -> String? {
    guard let name = post.author.handle ?? post.author.id else { return nil }
    if isOwn || options.showsAuthors { return post.author.handle.map { "@" + $0 } ?? name }
    let known = post.platform.rawValue + ":" + (post.author.id ?? name)
    return "#" + SHA256Hasher.digest(of: Array(known.utf8)).prefix(8)
  }

  /// The address of a post; where names are hidden, one without a name if the platform has it.
  func permalink(of post: Post, isOwn: Bool) -> String? {
    if !isOwn, !options.showsAuthors, post.platform == .x, !post.id.isEmpty {
      return "https://x.com/i/web/status/\(post.id)"
    }
    guard let link = post.permalink, link.hasPrefix("https://") || link.hasPrefix("http://") else {
      return nil
    }
    return link
  }

  /// A field's text as it may be shown, or nil when none may be.
  func text(of field: Int, in post: Int, of entry: Entry) -> String? {
    let text = entry.posts[post].fields[field].text
    switch options.text {
    case .none: return nil
    case .full: return text
    case .masked: return Self.masked(text, Self.spans(field, post, entry))
    }
  }

  /// What the rules found in a field, in order, overlaps joined.
  static func spans(_ field: Int, _ post: Int, _ entry: Entry) -> [Range<Int>] {
    let found = entry.verdict.findings
      .filter { $0.post == post && $0.fieldIndex == field && !$0.span.isEmpty }
      .map(\.span).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var joined: [Range<Int>] = []
    for span in found {
      if let last = joined.last, span.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// The text with each word in the spans reduced to its first letter.
  static func masked(_ text: String, _ spans: [Range<Int>]) -> String {
    guard !spans.isEmpty else { return text }
    var result = ""
    var offset = 0
    var isInWord = false
    for character in text {
      let isMasked = spans.contains { $0.contains(offset) }
      let isWordPart = character.isLetter || character.isNumber || character.isSymbol
      if isMasked, isWordPart {
        result.append(isInWord ? "*" : character)
        isInWord = true
      } else {
        result.append(character)
        isInWord = false
      }
      offset += character.utf8.count
    }
    return result
  }
}
