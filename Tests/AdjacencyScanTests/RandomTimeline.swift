import TestSupport
import TimelineModel

/// A timeline of sentinel words, own posts and gaps in interleaved captures, made from a seed.
struct RandomTimeline {
  private(set) var posts: [TimelinePost] = []

  init(seed: UInt64, posts count: Int, captures: Int = 3, ownOneIn: Int = 6, padding: Int = 0) {
    var random = SeededRandom(seed: seed)
    var capture = 0
    for index in 0..<count {
      if random.oneIn(4) { capture = random.upTo(captures - 1) }
      var post = Self.post(&random, ownOneIn: ownOneIn)
      post.id = String(10_000 + index)
      post.capture = "capture \(capture)"
      post.padding = padding
      posts.append(post)
    }
  }

  private static func post(_ random: inout SeededRandom, ownOneIn: Int) -> TimelinePost {
    if random.oneIn(ownOneIn) {
      return random.oneIn(5)
        ? .own.with { $0.embedded = [("quote", TimelinePost("blarp of another"))] } : .own
    }
    switch random.upTo(15) {
    case 0: return .placeholder
    case 1: return TimelinePost("a zorgle passes")
    case 2: return TimelinePost("what a blarp").with { $0.warning = "careful" }
    case 3: return TimelinePost("quoth the frimp")
    case 4: return TimelinePost("see").with { $0.embedded = [("quote", TimelinePost("snib"))] }
    case 5: return TimelinePost("plizzet & frimp").with { $0.isPromoted = true }
    default:
      return TimelinePost("an ordinary day").with { $0.handle = "neighbour\(random.upTo(40))" }
    }
  }

  /// What windows of three slots hold, worked out by slicing each capture: for each own post its id
  /// and the ids above and below it.
  var expectedWindows: [String] {
    var captures: [String: [TimelinePost]] = [:]
    var order: [String] = []
    for post in posts {
      let key = post.capture ?? ""
      if captures[key] == nil { order.append(key) }
      captures[key, default: []].append(post)
    }
    return order.flatMap { key -> [String] in
      let posts = captures[key] ?? []
      return posts.indices.filter { posts[$0].handle == "council" }.map { index in
        let above = posts[max(0, index - 3)..<index].map(\.id)
        let below = posts[(index + 1)...].prefix(3).map(\.id)
        return Self.line(key, posts[index].id, above, below)
      }
    }
  }

  /// The same of what a scan found.
  static func windows(of outcome: ScanOutcome) -> [String] {
    outcome.exposures.map { exposure in
      func ids(_ side: Exposure.Side) -> [String] {
        exposure.neighbours.filter { $0.side == side }.map(\.entry.own.id)
      }
      return line(
        outcome.captures.first { $0.number == exposure.capture }?.feed ?? "", exposure.own.own.id,
        ids(.above), ids(.below))
    }
  }

  private static func line(_ feed: String, _ id: String, _ above: [String], _ below: [String])
    -> String
  {
    "\(feed): \(above.joined(separator: " ")) [\(id)] \(below.joined(separator: " "))"
  }
}
