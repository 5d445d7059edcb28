import ExportReading
import TimelineModel

/// One timeline of an answer: its instructions and what their order means.
struct XGraphQLTimeline {
  private let instructions: JSONValue
  private let order: OrderClass
  /// The key under `data`, which names the feed.
  private let root: JSONString?

  /// Every timeline of an answer, wherever it stands.
  static func all(in answer: JSONValue) -> [XGraphQLTimeline] {
    var found: [XGraphQLTimeline] = []
    guard let data = answer["data"] else {
      search(answer, order: .feed, root: nil, depth: 0, into: &found)
      return found
    }
    for (root, value) in data.members {
      search(value, order: order(of: root) ?? .feed, root: root, depth: 0, into: &found)
    }
    return found
  }

  /// Twice the longest path to `instructions` that has been seen.
  private static let deepest = 10

  private static func search(
    _ value: JSONValue, order: OrderClass, root: JSONString?, depth: Int,
    into found: inout [XGraphQLTimeline]
  ) {
    guard value.isObject, depth < deepest else { return }
    if let instructions = value["instructions"], instructions.isArray,
      instructions.elements.first?["type"]?.string != nil
    {
      let page = value["metadata"]?["scribeConfig"]?["page"]?.string
      let order = page.flatMap(self.order) ?? order
      found.append(XGraphQLTimeline(instructions: instructions, order: order, root: root))
      return
    }
    for (key, member) in value.members where member.isObject {
      let order = self.order(of: key) ?? order
      search(member, order: order, root: root, depth: depth + 1, into: &found)
    }
  }

  /// What a key of the path, or the page that the client names, says about the order.
  private static func order(of key: JSONString) -> OrderClass? {
    if key.contains("threaded_conversation") || key.contains("ranked_replies") { return .thread }
    let kept: [StaticString] = ["bookmark", "notification", "likes", "liked", "favorit"]
    return kept.contains { key.contains($0) } ? .stream : nil
  }

  /// Writes the timeline's posts in the order in which the client shows them.
  func write(_ writer: inout EntryWriter) {
    var slots = XGraphQLSlots()
    for instruction in instructions.elements {
      slots.apply(instruction, &writer)
    }
    let first = writer.batch.entries.count
    slots.write(order: order, &writer)
    guard first < writer.batch.entries.count else { return }
    let isProfile = root.map { $0 == "user" } ?? false
    let subject = order == .thread ? slots.conversation : isProfile ? slots.profileOwner : nil
    let capture = XNames.joined([root, subject], &writer)
    for index in first..<writer.batch.entries.count {
      writer.batch.entries[index].capture = capture
    }
    writer.batch.entries[first].startsPage = true
    writer.batch.entries[first].startsCapture = slots.startsCapture
  }
}
