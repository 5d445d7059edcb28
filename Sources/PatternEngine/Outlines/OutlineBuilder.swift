/// Makes the nodes of an outline, from the end of the pattern to its start.
struct OutlineBuilder {
  /// A pattern has more parts than an outline may have.
  struct TooLarge: Error {}

  /// The most nodes of an outline.
  private static let mostNodes = 32_768
  /// The most nodes that the copies of a repeated part may take; beyond, it repeats without bound.
  private static let mostCopiedNodes = 256

  static let accept: Int32 = 0

  private(set) var nodes = [Outline.Node(label: Outline.Node.accept, next: -1)]
  private(set) var sets: [ByteSet] = []
  private var numbers: [ByteSet: Int16] = [:]
  /// The numbers of sets of one letter, with case and without; most sets are of that kind.
  private var letters = [Int16](repeating: -1, count: 512)

  init() {
    // Classes of bytes must tell word characters apart, whether or not the pattern does.
    _ = number(of: .asciiWord)
  }

  /// Adds what a node of syntax matches in front of `next`, and returns where that begins.
  mutating func add(_ node: SyntaxNode, before next: Int32) throws(TooLarge) -> Int32 {
    switch node {
    case .text(let run):
      return try add(run.bytes[...], caseless: run.isCaseless, before: next)
    case .oneOf(let runs):
      return try add(branches: runs.map(SyntaxNode.text), before: next)
    case .gap, .known:
      let loop = try fork(next, next)
      nodes[Int(loop)].other = try add(.all, before: loop)
      return loop
    case .sequence(let parts):
      var first = next
      for part in parts.reversed() { first = try add(part, before: first) }
      return first
    case .alternation(let branches):
      return try add(branches: branches, before: next)
    case .repetition(let part, let atLeast, let atMost):
      return try add(part, atLeast: atLeast, atMost: atMost, before: next)
    case .assertion:
      return next
    }
  }

  private mutating func add(
    _ part: SyntaxNode, atLeast: Int, atMost: Int?, before next: Int32
  ) throws(TooLarge) -> Int32 {
    guard let atMost else { return try loop(part, atLeast: atLeast, before: next) }
    if atMost == 0 { return next }
    let before = nodes.count
    var first = try add(part, before: next)
    guard atMost == 1 || (nodes.count - before) * atMost <= Self.mostCopiedNodes else {
      return try loop(part, atLeast: atLeast, before: next)
    }
    for copy in (0..<atMost).reversed() {
      if copy < atMost - 1 { first = try add(part, before: first) }
      if copy >= atLeast { first = try fork(first, next) }
    }
    return first
  }

  private mutating func loop(
    _ part: SyntaxNode, atLeast: Int, before next: Int32
  ) throws(TooLarge) -> Int32 {
    let again = try fork(next, next)
    let first = try add(part, before: again)
    nodes[Int(again)].other = first
    return atLeast == 0 ? again : first
  }

  private mutating func add(
    _ text: ArraySlice<UInt8>, caseless: Bool, before next: Int32
  ) throws(TooLarge) -> Int32 {
    var first = next
    for byte in text.reversed() {
      if byte == Literal.Code.boundary {
        first = try append(Outline.Node(label: Outline.Node.boundary, next: first))
      } else if Literal.Code.isCode(byte) {
        let rest = try fork(first, first)
        nodes[Int(rest)].other = try add(.continuation, before: rest)
        first = try add(ByteSet(firstOf: byte), before: rest)
      } else {
        first = try append(
          Outline.Node(label: number(of: byte, caseless: caseless), next: first))
      }
    }
    return first
  }

  private mutating func add(_ set: ByteSet, before next: Int32) throws(TooLarge) -> Int32 {
    try append(Outline.Node(label: number(of: set), next: next))
  }

  private mutating func fork(_ left: Int32, _ right: Int32) throws(TooLarge) -> Int32 {
    try append(Outline.Node(label: Outline.Node.fork, next: left, other: right))
  }

  private mutating func append(_ node: Outline.Node) throws(TooLarge) -> Int32 {
    guard nodes.count < Self.mostNodes else { throw TooLarge() }
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  private mutating func number(of byte: UInt8, caseless: Bool) -> Int16 {
    let place = 2 * Int(byte) + (caseless ? 1 : 0)
    if letters[place] < 0 { letters[place] = number(of: ByteSet(byte, caseless: caseless)) }
    return letters[place]
  }

  private mutating func number(of set: ByteSet) -> Int16 {
    if let number = numbers[set] { return number }
    let number = Int16(sets.count)
    numbers[set] = number
    sets.append(set)
    return number
  }
}

// MARK: - Word lists

extension OutlineBuilder {
  /// The beginnings that branches share, as a tree: a list of a thousand words has 26 first letters.
  private struct Tree {
    /// By the number of the set of bytes that leads there, in order of appearance.
    var children: [(set: Int16, tree: Int)] = []
    /// The nodes behind branches that end here.
    var ends: [Int32] = []
  }

  private mutating func add(
    branches: [SyntaxNode], before next: Int32
  ) throws(TooLarge) -> Int32 {
    var trees = [Tree()]
    for branch in Self.flattened(branches) {
      let (text, isCaseless, rest) = Self.split(branch)
      var end = next
      for part in rest.reversed() { end = try add(part, before: end) }
      let plain = text.prefix { !Literal.Code.isCode($0) }
      end = try add(text[plain.endIndex...], caseless: isCaseless, before: end)
      var place = 0
      for byte in plain {
        let set = number(of: byte, caseless: isCaseless)
        if let child = trees[place].children.first(where: { $0.set == set }) {
          place = child.tree
        } else {
          trees.append(Tree())
          trees[place].children.append((set, trees.count - 1))
          place = trees.count - 1
        }
      }
      if !trees[place].ends.contains(end) { trees[place].ends.append(end) }
    }
    // A tree comes before its children, so theirs are done when it is its turn.
    var firsts = [Int32](repeating: -1, count: trees.count)
    for place in trees.indices.reversed() {
      var first = trees[place].ends.first
      for end in trees[place].ends.dropFirst() { first = try either(end, first) }
      for (set, tree) in trees[place].children {
        let child = try append(Outline.Node(label: set, next: firsts[tree]))
        first = try either(child, first)
      }
      if first == nil { first = try add(.none, before: next) }
      firsts[place] = first ?? next
    }
    return firsts[0]
  }

  private mutating func either(_ node: Int32, _ other: Int32?) throws(TooLarge) -> Int32 {
    guard let other else { return node }
    return try fork(node, other)
  }

  /// The branches, with those of alternations among them in their place.
  private static func flattened(_ branches: [SyntaxNode]) -> [SyntaxNode] {
    branches.flatMap { branch in
      if case .alternation(let inner) = branch { return flattened(inner) }
      if case .oneOf(let runs) = branch { return runs.map(SyntaxNode.text) }
      return [branch]
    }
  }

  /// The text that a branch begins with, and what is behind it.
  private static func split(
    _ branch: SyntaxNode
  ) -> (text: ArraySlice<UInt8>, isCaseless: Bool, rest: ArraySlice<SyntaxNode>) {
    switch branch {
    case .text(let run):
      return (run.bytes[...], run.isCaseless, [])
    case .sequence(let parts):
      guard case .text(let run)? = parts.first else { return ([], false, parts[...]) }
      return (run.bytes[...], run.isCaseless, parts.dropFirst())
    default:
      return ([], false, [branch])
    }
  }
}
