@testable import Reports
import TestSupport
import Testing
import TimelineModel

@Suite("Evidence")
struct EvidenceTests {
  /// A text with its spans between « and ».
  static func marked(_ text: String) -> (String, [Range<Int>]) {
    var plain = ""
    var spans: [Range<Int>] = []
    var start = 0
    for character in text {
      switch character {
      case "«": start = plain.utf8.count
      case "»": spans.append(start..<plain.utf8.count)
      default: plain.append(character)
      }
    }
    return (plain, spans)
  }

  @Test("names files by as much of their paths as tells them apart")
  func files() {
    let paths = ["/in/a/home.json", "/in/b/home.json", "/in/list.json", "list.zip!/x/home.json"]
    let names = FileNames(paths + ["/in/list.json"])
    #expect(
      paths.map { names[$0] } == ["a/home.json", "b/home.json", "list.json", "x/home.json"])
    #expect(FileNames(["home.json", "/in/home.json"])["home.json"] == "home.json")
  }

  @Test(
    "masks the words of a span and nothing else",
    arguments: [
      ("nothing here", "nothing here"),
      ("«zorgle»", "z*****"), ("«zorgle» first", "z***** first"), ("last «zorgle»", "last z*****"),
      ("«go back to your place», now", "** b*** ** y*** p****, now"),
      ("mid«zorgle»word", "midz*****word"), ("two «zorgle» of «blarp»", "two z***** of b****"),
      // Spelled out, letter by letter, in twos, with marks, digits and signs.
      ("«z.o.r.g.l.e»", "*.*.*.*.*.*"), ("«z o r g l e»", "* * * * * *"),
      ("«zo rg le»", "** ** **"),
      ("«z-o.rg/le»", "*-*.**/**"), ("«z0rgl€»", "z*****"), ("«bl@rp»", "**@**"),
      ("«b!arp»", "*!***"),
      ("«zor\u{200B}gle»", "z**\u{200B}***"),
      // One character is one star, however many scalars or bytes it has.
      ("«zo\u{301}rgl\u{E9}»", "z*****"), ("«z\u{301}orgle»", "z\u{301}*****"),
      ("«ｚｏｒｇｌｅ»", "ｚ*****"), ("«чужак»", "ч****"), ("«支那人»", "支**"), ("«支那»", "**"),
      ("«🐒»", "*"), ("«🐒🍌» yes", "** yes"), ("«👩‍👩‍👧🏳️‍🌈»", "**"), ("«🇬🇧🇫🇷» no", "** no"),
      // A rule tells its first match: what is said again is masked again.
      ("«zorgle», Zorgle and ZORGLES", "z*****, Z***** and Z*****S"), ("«🐒»🐒 🐒", "** *"),
      ("«go back» and go back", "** b*** and ** b***"), ("aa«aa»a", "a****"),
      ("«...»...zorgle", "......zorgle"),
      ("é«o»é", "é*é"), ("«»empty", "empty"),
    ])
  func masking(text: String, expected: String) {
    let (plain, spans) = Self.marked(text)
    #expect(Evidence.masked(plain, spans) == expected)
    #expect(Evidence.masked(plain, spans).count == plain.count)
  }

  @Test("masks a character that a span covers in part")
  func partly() {
    // The span of the combining mark alone, and of the base alone.
    #expect(Evidence.masked("ae\u{301}b", [2..<4]) == "a*b")
    #expect(Evidence.masked("ae\u{301}b", [1..<2]) == "a*b")
  }

  @Test("keeps the number of characters, and hides every masked word", arguments: UInt64(1)...30)
  func properties(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = ["a", "b", "é", "e\u{301}", " ", ".", "字", "🐒", "👩‍👧", "1", "\u{200D}", "\n"]
    for _ in 0..<50 {
      let parts = (0..<random.upTo(12)).map { _ in random.pick(alphabet) }
      let text = parts.joined()
      let first = random.upTo(text.utf8.count)
      let span = first..<first + random.upTo(text.utf8.count - first)
      let masked = Evidence.masked(text, [span])
      let letters = masked.filter { $0.isLetter }.count
      #expect(letters <= text.filter { $0.isLetter }.count)
      #expect(Evidence.masked(text, []) == text)
      #expect(
        Evidence.masked(text, [0..<text.utf8.count]).filter { "🐒字1".contains($0) }.count <= 1 + text
          .count / 3)
    }
  }

  static func post(_ platform: String, _ id: String, _ link: String?, isOwn: Bool = false) -> Post {
    var post = Post(
      role: .own, platform: Platform(rawValue: platform), id: id,
      author: Account(id: "55", handle: "somebody", displayName: "Some Body"))
    post.permalink = link
    post.isOwn = isOwn
    return post
  }

  @Test(
    "links to strangers without their names, or not at all",
    arguments: [
      ("x", "123", "https://x.com/somebody/status/123", "https://x.com/i/web/status/123"),
      ("x", "12a", "https://x.com/somebody/status/12a", nil),
      ("x", "", "https://x.com/somebody", nil), ("x", "1/../../a", nil, nil),
      ("mastodon", "1", "https://town.example/@somebody/1", nil),
      (
        "bluesky", "at://did:plc:abc/app.bsky.feed.post/3k",
        "https://bsky.app/profile/somebody.example/post/3k",
        "https://bsky.app/profile/did:plc:abc/post/3k"
      ),
      ("bluesky", "at://somebody.example/app.bsky.feed.post/3k", nil, nil),
      ("bluesky", "at://did:web:somebody.example/app.bsky.feed.post/3k", nil, nil),
      ("bluesky", "at://did:plc:a<b/app.bsky.feed.post/3k", nil, nil),
      ("bluesky", "at://did:plc:abc/app.bsky.feed.like/3k", nil, nil),
      ("other", "1", "https://example.org/somebody/1", nil),
    ] as [(String, String, String?, String?)])
  func permalinks(platform: String, id: String, link: String?, expected: String?) {
    let post = Self.post(platform, id, link)
    #expect(Evidence(options: ReportOptions()).permalink(of: post) == expected)
  }

  @Test(
    "links of own posts, or where names are asked for, are the export's, if a browser opens them",
    arguments: [
      ("https://town.example/@somebody/1", true), ("http://town.example/1", true),
      ("javascript:alert(1)", false), ("data:text/html,x", false), ("//town.example", false),
    ])
  func ownPermalinks(link: String, isShown: Bool) {
    var options = ReportOptions()
    let own = Self.post("mastodon", "1", link, isOwn: true)
    #expect(Evidence(options: options).permalink(of: own) == (isShown ? link : nil))
    options.showsAuthors = true
    let post = Self.post("mastodon", "1", link)
    #expect(Evidence(options: options).permalink(of: post) == (isShown ? link : nil))
  }

  @Test("authors of neighbours are hashes, the same for the same account, unless asked for")
  func authors() {
    let evidence = Evidence(options: ReportOptions())
    var renamed = Self.post("x", "1", nil)
    renamed.author.handle = "somebody_else"
    let post = Self.post("x", "2", nil)
    #expect(evidence.author(of: post) == evidence.author(of: renamed))
    #expect(evidence.author(of: post)?.wholeMatch(of: /#[0-9a-f]{8}/) != nil)
    #expect(evidence.author(of: Self.post("mastodon", "2", nil)) != evidence.author(of: post))
    #expect(evidence.author(of: Self.post("x", "2", nil, isOwn: true)) == "@somebody")
    var options = ReportOptions()
    options.showsAuthors = true
    #expect(Evidence(options: options).author(of: post) == "@somebody")
    var nobody = post
    nobody.author = Account()
    #expect(evidence.author(of: nobody) == nil)
  }
}
