import Digests
import TimelineModel

/// What a report shows of a post: masked text, hidden authors.
struct Evidence {
  let options: ReportOptions

  /// Who wrote a post: own accounts and, if asked for, strangers by name, otherwise a short hash.
  func author(of post: Post) -> String? {
    guard let name = post.author.handle ?? post.author.id else { return nil }
    if isNamed(post) { return post.author.handle.map { "@" + $0 } ?? name }
    let known = post.platform.rawValue + ":" + (post.author.id ?? name)
    return "#" + SHA256Hasher.digest(of: Array(known.utf8)).prefix(8)
  }

  /// Whether the author of a post may be named.
  func isNamed(_ post: Post) -> Bool { post.isOwn || options.showsAuthors }

  /// The address of a post; where names are hidden, one without a name if the platform has it.
  func permalink(of post: Post) -> String? {
    guard isNamed(post) else { return Self.namelessPermalink(of: post) }
    guard let link = post.permalink, link.hasPrefix("https://") || link.hasPrefix("http://") else {
      return nil
    }
    return link
  }

  /// X finds a post by its id alone, Bluesky by the number that its author has instead of a name;
  /// an export may claim any id.
  private static func namelessPermalink(of post: Post) -> String? {
    if post.platform == .x, !post.id.isEmpty, post.id.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
      return "https://x.com/i/web/status/\(post.id)"
    }
    let parts = post.id.split(separator: "/", omittingEmptySubsequences: false)
    guard post.platform == .bluesky, parts.count == 5, parts[0] == "at:", parts[1].isEmpty,
      parts[2].hasPrefix("did:plc:"), parts[3] == "app.bsky.feed.post",
      (parts[2] + parts[4]).utf8.allSatisfy({
        $0 &- 0x30 < 11 || ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D || $0 == 0x5F
      })
    else { return nil }
    return "https://bsky.app/profile/\(parts[2])/post/\(parts[4])"
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
      .flatMap { [$0.span] + $0.otherSpans }
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
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

  /// The text with the words in the spans masked; of words of three letters and more, the first
  /// letter stays.
  ///
  /// Words end at white space, so that a word spelled out (`n.i.g`) is not shown letter by letter.
  /// The number of characters stays the same.
  static func masked(_ text: String, _ spans: [Range<Int>]) -> String {
    guard !spans.isEmpty else { return text }
    let characters = Array(text)
    let covered = covered(characters, spans)
    func isMasked(_ index: Int) -> Bool {
      characters.indices.contains(index) && covered[index] && characters[index].isWordPart
    }
    var result = ""
    for (index, character) in characters.enumerated() {
      let startsWord = index == 0 || characters[index - 1].isWhitespace || !covered[index - 1]
      let isFirst =
        startsWord && character.isLetter && isMasked(index + 1) && isMasked(index + 2)
      result.append(isMasked(index) && !isFirst ? "*" : character)
    }
    return result
  }

  /// Which characters the spans cover, and every repetition of what a span covers: what is hidden in
  /// one place is not to be read in another, where the rule may not match.
  private static func covered(_ characters: [Character], _ spans: [Range<Int>]) -> [Bool] {
    var covered: [Bool] = []
    var offset = 0
    for character in characters {
      let end = offset + character.utf8.count
      covered.append(spans.contains { $0.lowerBound < end && offset < $0.upperBound })
      offset = end
    }
    let folded = characters.map { $0.lowercased() }
    var found: Set<ArraySlice<String>> = []
    for run in runs(of: covered) where run.contains(where: { characters[$0].isWordPart }) {
      found.insert(folded[run])
    }
    for words in found {
      for start in folded.indices.dropLast(words.count - 1)
      where folded[start] == words.first && folded[start..<start + words.count] == words {
        for index in start..<start + words.count { covered[index] = true }
      }
    }
    return covered
  }

  private static func runs(of covered: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in covered.indices where covered[index] {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }
}

extension Character {
  /// Whether a word may be written with it; emoji are symbols.
  fileprivate var isWordPart: Bool {
    isLetter || isNumber || isSymbol
      || unicodeScalars.contains { $0.properties.isEmojiPresentation }
  }
}
