/// A finite automaton that accepts every text in which a pattern matches, and few others.
///
/// Most texts that hold the literals of a pattern do not hold them side by side. Telling so by an
/// automaton costs about a nanosecond a byte; backtracking into long word lists costs a hundred times
/// that. Lookarounds and back-references are left out, Unicode is taken as in `Literal.Code`, so an
/// accepted text still has to be matched. Ken Thompson, "Regular Expression Search Algorithm" (1968).
final class Outline: Sendable {
  /// A node's place among all; of 16 bits, as following an automaton is waiting for memory.
  typealias Number = Int16

  /// One node; what it waits for is told by `label`.
  struct Node: Hashable, Sendable {
    /// A number in `sets`, or one of the labels below.
    var label: Int16
    /// The node behind it.
    var next: Number
    /// The other node behind a fork.
    var other: Number = -1

    /// The text is accepted.
    static let accept: Int16 = -1
    /// Both nodes behind it are tried.
    static let fork: Int16 = -2
    /// Passed unless ASCII word characters stand on both sides.
    static let boundary: Int16 = -3
  }

  let nodes: [Node]
  let start: Number
  /// Bytes that no node tells apart are of one class.
  let classes: [UInt8]
  let classCount: Int
  /// Whether a class consists of ASCII word characters.
  let isWord: [Bool]
  /// Whether a set has the bytes of a class: by set, then by class.
  let members: [Bool]

  /// Nil for a pattern whose syntax is not known, or that has too many parts.
  convenience init?(of pattern: Pattern) {
    guard let node = try? SyntaxParser.parse(pattern.source, options: pattern.options) else {
      return nil
    }
    var builder = OutlineBuilder()
    guard let start = try? builder.add(node, before: OutlineBuilder.accept) else { return nil }
    let (classes, samples) = Self.classes(of: builder.sets)
    // A copy has no room to grow, which would be a third of all memory that outlines take.
    self.init(
      builder.nodes.map { $0 }, start: start, classes: classes, isWord: samples.map(isASCIIWord),
      members: builder.sets.flatMap { set in samples.map(set.contains) })
  }

  init(
    _ nodes: [Node], start: Number, classes: [UInt8], isWord: [Bool], members: [Bool]
  ) {
    self.nodes = nodes
    self.start = start
    self.classes = classes
    classCount = isWord.count
    self.isWord = isWord
    self.members = members
  }

  /// The class of each byte, and a byte of each class, in order: every set splits what the sets before
  /// it left together.
  private static func classes(of sets: [ByteSet]) -> (classes: [UInt8], samples: [UInt8]) {
    var classes = [UInt8](repeating: 0, count: 256)
    var samples: [UInt8] = [0]
    for set in sets {
      var numbers = [Int](repeating: -1, count: 2 * samples.count)
      samples.removeAll(keepingCapacity: true)
      for byte in 0...UInt8.max {
        let half = 2 * Int(classes[Int(byte)]) + (set.contains(byte) ? 1 : 0)
        if numbers[half] < 0 {
          numbers[half] = samples.count
          samples.append(byte)
        }
        classes[Int(byte)] = UInt8(numbers[half])
      }
    }
    return (classes, samples)
  }

  /// Whether a node that waits for a byte takes the bytes of a class.
  @inline(__always)
  func takes(_ label: Int16, _ byteClass: Int) -> Bool {
    members[Int(label) * classCount + byteClass]
  }
}
