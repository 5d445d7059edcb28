/// Makes the nodes of an outline, from the end of the pattern to its start.
struct OutlineBuilder {
  /// A pattern has more parts than an outline may have.
  struct TooLarge: Error {}

  /// The most nodes of an outline; as many as have a number.
  private static let mostNodes = 32_768
  /// The most nodes that the copies of a repeated part may take; beyond, it repeats without bound.
  private static let mostCopiedNodes = 256

  static let accept: Outline.Number = 0

  private(set) var nodes = [Outline.Node(label: Outline.Node.accept, next: -1)]
  /// By a node's hash: its number, or −1; what loops is not in it.
  private var places: [Outline.Number] = []
  /// How many nodes were asked for: what a part takes before another node may not be there yet.
  private var askedCount = 0
  private(set) var sets: [ByteSet] = []
  private var numbers: [ByteSet: Int16] = [:]
  /// The numbers of sets of one letter, with case and without, and of codes; most sets are of these.
  private var letters = [Int16](repeating: -1, count: 512)

  init() {
    // Classes of bytes must tell word characters apart, whether or not the pattern does.
    _ = number(of: .asciiWord)
  }

  /// Adds what a node of syntax matches in front of `next`, and returns where that begins.
  mutating func add(_ node: SyntaxNode, before next: Outline.Number) throws(TooLarge)
    -> Outline.Number
  {
    switch node {
    case .text(let run):
      return try add(run.bytes[...], caseless: run.isCaseless, before: next)
    case .oneOf(let runs):
      return try add(branches: runs.map(SyntaxNode.text), before: next)
    case .gap, .known:
      return try loop(before: next) { builder, again throws(TooLarge) in
        try builder.add(.all, before: again)
      }.again
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
    _ part: SyntaxNode, atLeast: Int, atMost: Int?, before next: Outline.Number
  ) throws(TooLarge) -> Outline.Number {
    guard let atMost else { return try loop(part, atLeast: atLeast, before: next) }
    if atMost == 0 { return next }
    let before = askedCount
    var first = try add(part, before: next)
    guard atMost == 1 || (askedCount - before) * atMost <= Self.mostCopiedNodes else {
      return try loop(part, atLeast: atLeast, before: next)
    }
    for copy in (0..<atMost).reversed() {
      if copy < atMost - 1 { first = try add(part, before: first) }
      if copy >= atLeast { first = try fork(first, next) }
    }
    return first
  }

  private mutating func loop(
    _ part: SyntaxNode, atLeast: Int, before next: Outline.Number
  ) throws(TooLarge) -> Outline.Number {
    let (again, first) = try loop(before: next) { builder, again throws(TooLarge) in
      try builder.add(part, before: again)
    }
    return atLeast == 0 ? again : first
  }

  /// Adds a fork between `next` and what leads back to the fork.
  private mutating func loop(
    before next: Outline.Number,
    _ part: (inout OutlineBuilder, _ again: Outline.Number) throws(TooLarge) -> Outline.Number
  ) throws(TooLarge) -> (again: Outline.Number, first: Outline.Number) {
    guard nodes.count < Self.mostNodes else { throw TooLarge() }
    askedCount += 1
    let again = Outline.Number(nodes.count)
    nodes.append(Outline.Node(label: Outline.Node.fork, next: next))
    let first = try part(&self, again)
    nodes[Int(again)].other = first
    return (again, first)
  }

  mutating func add(
    _ text: ArraySlice<UInt8>, caseless: Bool, before next: Outline.Number
  ) throws(TooLarge) -> Outline.Number {
    var first = next
    for byte in text.reversed() {
      if byte == Literal.Code.boundary {
        first = try append(Outline.Node(label: Outline.Node.boundary, next: first))
      } else if Literal.Code.isCode(byte) {
        let rest = try loop(before: first) { builder, again throws(TooLarge) in
          try builder.add(.continuation, before: again)
        }
        first = try append(Outline.Node(label: number(ofFirst: byte), next: rest.again))
      } else {
        first = try append(
          Outline.Node(label: number(of: byte, caseless: caseless), next: first))
      }
    }
    return first
  }

  mutating func add(_ set: ByteSet, before next: Outline.Number) throws(TooLarge) -> Outline.Number
  {
    try append(Outline.Node(label: number(of: set), next: next))
  }

  mutating func fork(_ left: Outline.Number, _ right: Outline.Number) throws(TooLarge)
    -> Outline.Number
  {
    try append(Outline.Node(label: Outline.Node.fork, next: left, other: right))
  }

  /// Adds a node, if there is no other like it: words of a list that end alike share their ends.
  mutating func append(_ node: Outline.Node) throws(TooLarge) -> Outline.Number {
    askedCount += 1
    if 2 * nodes.count >= places.count { makePlaces() }
    let place = place(of: node)
    if places[place] >= 0 { return places[place] }
    guard nodes.count < Self.mostNodes else { throw TooLarge() }
    places[place] = Outline.Number(nodes.count)
    nodes.append(node)
    return places[place]
  }

  /// Where a node is among `places`, or would be.
  private func place(of node: Outline.Node) -> Int {
    let ends = UInt64(UInt16(bitPattern: node.next)) << 16 | UInt64(UInt16(bitPattern: node.other))
    let mixed = (ends ^ UInt64(UInt16(bitPattern: node.label)) << 32) &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
    while places[place] >= 0, nodes[Int(places[place])] != node {
      place = (place + 1) & (places.count - 1)
    }
    return place
  }

  private mutating func makePlaces() {
    let shared = places.filter { $0 >= 0 }
    places = Array(repeating: -1, count: max(4 * places.count, 1_024))
    for number in shared { places[place(of: nodes[Int(number)])] = number }
  }

  mutating func number(of byte: UInt8, caseless: Bool) -> Int16 {
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
