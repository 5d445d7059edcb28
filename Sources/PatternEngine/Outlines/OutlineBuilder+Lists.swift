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
    var ends: [(node: Outline.Number, next: Int32)] = []

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

    mutating func addEnd(_ node: Outline.Number, at place: Int) {
      var end = places[place].firstEnd
      while end >= 0 {
        if ends[Int(end)].node == node { return }
        end = ends[Int(end)].next
      }
      ends.append((node, places[place].firstEnd))
      places[place].firstEnd = Int32(ends.count - 1)
    }
  }

  /// Adds an alternation.
  mutating func add(
    branches: [SyntaxNode], before next: Outline.Number
  ) throws(TooLarge) -> Outline.Number {
    var tree = Tree()
    for branch in branches { try plant(branch, in: &tree, before: next) }
    // A place comes before its children, so theirs are done when it is its turn.
    var firsts = [Outline.Number](repeating: -1, count: tree.places.count)
    for number in tree.places.indices.reversed() {
      let place = tree.places[number]
      var first: Outline.Number?
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
    _ branch: SyntaxNode, in tree: inout Tree, before next: Outline.Number
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
    _ run: Run, in tree: inout Tree, before next: Outline.Number
  ) throws(TooLarge) {
    let plain = run.bytes.prefix { !Literal.Code.isCode($0) }
    let end = try add(run.bytes[plain.endIndex...], caseless: run.isCaseless, before: next)
    var place = 0
    for byte in plain {
      place = tree.child(of: place, by: number(of: byte, caseless: run.isCaseless))
    }
    tree.addEnd(end, at: place)
  }

  private mutating func either(_ node: Outline.Number, _ other: Outline.Number?) throws(TooLarge)
    -> Outline.Number
  {
    guard let other else { return node }
    return try fork(node, other)
  }
}
