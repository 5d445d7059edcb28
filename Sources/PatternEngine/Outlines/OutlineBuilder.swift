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
  /// The numbers of sets of one letter, with case and without, and of codes; most sets are of these.
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
        first = try append(Outline.Node(label: number(ofFirst: byte), next: rest))
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

  /// The number of the bytes with which the characters begin that a code stands for.
  private mutating func number(ofFirst code: UInt8) -> Int16 {
    let place = 2 * Int(code)
    if letters[place] < 0 { letters[place] = number(of: ByteSet(firstOf: code)) }
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
  ///
  /// All places in one array, because a tree has as many of them as a list has letters.
  private struct Tree {
    struct Place {
      /// The number of the set of bytes that leads here.
      var set: Int16
      var firstChild: Int32 = -1
      var nextSibling: Int32 = -1
      /// The first in `ends` of the nodes behind branches that end here.
      var firstEnd: Int32 = -1
    }

    var places = [Place(set: -1)]
    var ends: [(node: Int32, next: Int32)] = []

    /// Goes on from a place by a set of bytes.
    mutating func child(of place: Int, by set: Int16) -> Int {
      var child = places[place].firstChild
      while child >= 0 {
        if places[Int(child)].set == set { return Int(child) }
        child = places[Int(child)].nextSibling
      }
      places.append(Place(set: set, nextSibling: places[place].firstChild))
      places[place].firstChild = Int32(places.count - 1)
      return places.count - 1
    }

    mutating func addEnd(_ node: Int32, at place: Int) {
      var end = places[place].firstEnd
      while end >= 0 {
        if ends[Int(end)].node == node { return }
        end = ends[Int(end)].next
      }
      ends.append((node, places[place].firstEnd))
      places[place].firstEnd = Int32(ends.count - 1)
    }
  }

  private mutating func add(
    branches: [SyntaxNode], before next: Int32
  ) throws(TooLarge) -> Int32 {
    var tree = Tree()
    for branch in branches { try plant(branch, in: &tree, before: next) }
    // A place comes before its children, so theirs are done when it is its turn.
    var firsts = [Int32](repeating: -1, count: tree.places.count)
    for number in tree.places.indices.reversed() {
      let place = tree.places[number]
      var first: Int32?
      var end = place.firstEnd
      while end >= 0 {
        first = try either(tree.ends[Int(end)].node, first)
        end = tree.ends[Int(end)].next
      }
      var child = place.firstChild
      while child >= 0 {
        let (set, following) = (tree.places[Int(child)].set, firsts[Int(child)])
        first = try either(try append(Outline.Node(label: set, next: following)), first)
        child = tree.places[Int(child)].nextSibling
      }
      if first == nil { first = try add(.none, before: next) }
      firsts[number] = first ?? next
    }
    return firsts[0]
  }

  /// Takes a branch into a tree, or the branches of an alternation among them.
  private mutating func plant(
    _ branch: SyntaxNode, in tree: inout Tree, before next: Int32
  ) throws(TooLarge) {
    switch branch {
    case .alternation(let inner):
      for branch in inner { try plant(branch, in: &tree, before: next) }
    case .oneOf(let runs):
      for run in runs { try plant(run, in: &tree, before: next) }
    case .text(let run):
      try plant(run, in: &tree, before: next)
    case .sequence(let parts):
      guard case .text(let run)? = parts.first else {
        return tree.addEnd(try add(branch, before: next), at: 0)
      }
      var end = next
      for part in parts.dropFirst().reversed() { end = try add(part, before: end) }
      try plant(run, in: &tree, before: end)
    default:
      tree.addEnd(try add(branch, before: next), at: 0)
    }
  }

  private mutating func plant(
    _ run: Run, in tree: inout Tree, before next: Int32
  ) throws(TooLarge) {
    let plain = run.bytes.prefix { !Literal.Code.isCode($0) }
    let end = try add(run.bytes[plain.endIndex...], caseless: run.isCaseless, before: next)
    var place = 0
    for byte in plain {
      place = tree.child(of: place, by: number(of: byte, caseless: run.isCaseless))
    }
    tree.addEnd(end, at: place)
  }

  private mutating func either(_ node: Int32, _ other: Int32?) throws(TooLarge) -> Int32 {
    guard let other else { return node }
    return try fork(node, other)
  }
}
