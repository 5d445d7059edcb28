extension OutlineStates {
  /// Makes the step from a state by a class of bytes: another state, or a `Step`.
  mutating func makeStep(
    from state: Int, on byteClass: Int, _ marks: inout OutlineMarks
  ) -> Int16 {
    let isAfterWord = states[state].isAfterWord
    let place = 2 * byteClass + (isAfterWord ? 1 : 0)
    let fromBeginning =
      begun[place] ?? step(from: beginning[...], isAfterWord, on: byteClass, &marks)
    begun[place] = fromBeginning
    var reached = step(from: nodes(of: state), isAfterWord, on: byteClass, &marks)
    var next = Step.accepts
    var isKept = true
    if !reached.isAccepting && !fromBeginning.isAccepting {
      for node in fromBeginning.nodes where !marks.isMarked(node) { reached.nodes.append(node) }
      isKept = states.count < Self.mostStates && nodes.count < Self.mostNodes
      if !isKept { dropStates() }
      next = number(of: &reached.nodes, isAfterWord: outline.isWord[byteClass])
    }
    if isKept { steps[state * outline.classCount + byteClass] = next }
    return next
  }

  /// The nodes that some lead to by a class of bytes.
  func step(
    from nodes: ArraySlice<Outline.Number>, _ isAfterWord: Bool, on byteClass: Int,
    _ marks: inout OutlineMarks
  ) -> Reached {
    var here = nodes
    if !(isAfterWord && outline.isWord[byteClass]), nodes.contains(where: isBoundary) {
      let reached = closure(of: nodes, passingBoundaries: true, &marks)
      if reached.isAccepting { return reached }
      here = reached.nodes[...]
    }
    marks.begin()
    var reached = Reached()
    for number in here {
      let node = outline.nodes[Int(number)]
      guard node.label >= 0, outline.takes(node.label, byteClass) else { continue }
      marks.pending.append(node.next)
      close(&reached, passingBoundaries: false, &marks)
    }
    return reached
  }

  private func isBoundary(_ node: Outline.Number) -> Bool {
    outline.nodes[Int(node)].label == Outline.Node.boundary
  }

  /// The nodes that wait for something, reached from some without reading a byte.
  func closure(
    of first: some Sequence<Outline.Number>, passingBoundaries: Bool, _ marks: inout OutlineMarks
  ) -> Reached {
    marks.begin()
    marks.pending.append(contentsOf: first)
    var reached = Reached()
    close(&reached, passingBoundaries: passingBoundaries, &marks)
    return reached
  }

  private func close(
    _ reached: inout Reached, passingBoundaries: Bool, _ marks: inout OutlineMarks
  ) {
    while let number = marks.pending.popLast() {
      if marks.isMarked(number) { continue }
      marks.mark(number)
      let node = outline.nodes[Int(number)]
      switch node.label {
      case Outline.Node.accept: reached.isAccepting = true
      case Outline.Node.fork:
        marks.pending.append(node.other)
        marks.pending.append(node.next)
      case Outline.Node.boundary where passingBoundaries: marks.pending.append(node.next)
      default: reached.nodes.append(number)
      }
    }
  }

  /// The nodes of a state but for those where a match may begin.
  func nodes(of state: Int) -> ArraySlice<Outline.Number> {
    let range = states[state].nodes
    return nodes[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The state of some nodes, which may be a new one.
  private mutating func number(of set: inout [Outline.Number], isAfterWord: Bool) -> Int16 {
    set.sort()
    var hash: UInt64 = isAfterWord ? 0x9E37_79B9_7F4A_7C15 : 0xCBF2_9CE4_8422_2325
    for node in set { hash = (hash ^ UInt64(UInt16(bitPattern: node))) &* 0x100_0000_01B3 }
    let mixed = UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
    if 2 * (states.count + 1) > places.count { makePlaces() }
    var place = Int(mixed) & (places.count - 1)
    while places[place] != Step.unknown {
      let state = states[Int(places[place])]
      if state.hash == mixed, state.isAfterWord == isAfterWord,
        nodes(of: Int(places[place])).elementsEqual(set)
      {
        return places[place]
      }
      place = (place + 1) & (places.count - 1)
    }
    let number = Int16(states.count)
    places[place] = number
    Self.makeRoom(for: 1, in: &states)
    states.append(
      State(
        nodes: Int32(nodes.count)..<Int32(nodes.count + set.count), hash: mixed,
        isAfterWord: isAfterWord))
    Self.makeRoom(for: set.count, in: &nodes)
    nodes.append(contentsOf: set)
    Self.makeRoom(for: outline.classCount, in: &steps)
    steps.append(contentsOf: repeatElement(Step.unknown, count: outline.classCount))
    stateBytes += 2 * set.count + 2 * outline.classCount + 24
    return number
  }

  private mutating func makePlaces() {
    places = Array(repeating: Step.unknown, count: max(2 * places.count, 16))
    for (number, state) in states.enumerated() {
      var place = Int(state.hash) & (places.count - 1)
      while places[place] != Step.unknown { place = (place + 1) & (places.count - 1) }
      places[place] = Int16(number)
    }
  }

  /// Grows an array by a quarter where it is full, not to twice its size: there are thousands of them.
  private static func makeRoom<Element>(for count: Int, in array: inout [Element]) {
    guard array.count + count > array.capacity else { return }
    array.reserveCapacity(array.count + max(array.count / 4, count))
  }

  /// Drops all states but those where no match has begun.
  mutating func dropStates() {
    steps.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    for place in places.indices { places[place] = Step.unknown }
    jumps.forget()
    lifetime += 1
    stateBytes = 0
    var none: [Outline.Number] = []
    _ = number(of: &none, isAfterWord: false)
    _ = number(of: &none, isAfterWord: true)
  }
}
