/// The states of one outline that texts have led to so far: made when needed, by one worker.
///
/// A state is a set of nodes, as in the lazy automaton of Russ Cox, "Regular Expression Matching in the
/// Wild" (2010). The nodes at which a match may begin are in every state and left out of the sets.
final class OutlineStates {
  /// What a byte leads to, other than a state.
  private enum Step {
    static let unknown: Int32 = -1
    static let accepts: Int32 = -2
  }

  /// The nodes that a step has reached; no matter which, once the text is accepted.
  private struct Reached {
    var nodes: [Int32] = []
    var isAccepting = false
  }

  /// A state: which nodes, and whether an ASCII word character stands before.
  private struct State {
    var nodes: Range<Int>
    var isAfterWord: Bool
    var acceptsAtEnd: Bool?
  }

  /// The most states kept at a time, and the most nodes in them; beyond, it is begun anew.
  private static let mostStates = 4_096
  private static let mostNodes = 262_144

  private let outline: Outline
  /// By state, then by class: a state, or a `Step`.
  private var steps: [Int32] = []
  private var states: [State] = []
  /// The nodes of all states, one after the other, those of each ascending.
  private var nodes: [Int32] = []
  private var known: [UInt64: Int32] = [:]
  /// The nodes where a match begins; where that is one already, every text is accepted.
  private var beginning = Reached()
  /// What a match that begins before a byte reaches: by class, first without a word before it.
  private var begun: [Reached?]
  /// When a node was last reached; nodes reached by the step at hand bear its number.
  private var marks: [UInt32]
  private var mark: UInt32 = 0
  private var pending: [Int32] = []

  init(_ outline: Outline) {
    self.outline = outline
    begun = Array(repeating: nil, count: 2 * outline.classCount)
    marks = Array(repeating: 0, count: outline.nodes.count)
    beginning = closure(of: [outline.start], passingBoundaries: false)
    forget()
  }

  /// The memory taken, in bytes.
  var byteCount: Int { 4 * (steps.capacity + nodes.capacity + marks.capacity) + 48 * states.count }

  /// Whether the outline accepts a text.
  func accepts(_ text: Span<UInt8>) -> Bool {
    if beginning.isAccepting { return true }
    var state: Int32 = 0
    var index = 0
    while true {
      (state, index) = run(from: state, at: index, text)
      if state == Step.accepts { return true }
      guard index < text.count else { return acceptsAtEnd(Int(state)) }
      state = makeStep(from: Int(state), on: Int(outline.classes[Int(text[index])]))
      if state == Step.accepts { return true }
      index += 1
    }
  }

  /// Follows steps that are known, up to one that is not.
  private func run(from start: Int32, at first: Int, _ text: Span<UInt8>) -> (Int32, Int) {
    let (known, classOf, classCount) = (steps, outline.classes, outline.classCount)
    let (steps, classes) = (known.span, classOf.span)
    var state = start
    var index = first
    while index < text.count {
      let next = steps[Int(state) * classCount + Int(classes[Int(text[index])])]
      if next < 0 { return (next == Step.accepts ? next : state, index) }
      state = next
      index += 1
    }
    return (state, index)
  }

  private func acceptsAtEnd(_ state: Int) -> Bool {
    if let known = states[state].acceptsAtEnd { return known }
    let here = beginning.nodes + nodes[states[state].nodes]
    let accepts = closure(of: here, passingBoundaries: true).isAccepting
    states[state].acceptsAtEnd = accepts
    return accepts
  }
}

// MARK: - Making states

extension OutlineStates {
  private func makeStep(from state: Int, on byteClass: Int) -> Int32 {
    let isAfterWord = states[state].isAfterWord
    let place = 2 * byteClass + (isAfterWord ? 1 : 0)
    let fromBeginning =
      begun[place] ?? step(from: beginning.nodes, isAfterWord: isAfterWord, on: byteClass)
    begun[place] = fromBeginning
    var reached = step(
      from: Array(nodes[states[state].nodes]), isAfterWord: isAfterWord, on: byteClass)
    var next = Step.accepts
    var isKept = true
    if !reached.isAccepting && !fromBeginning.isAccepting {
      for node in fromBeginning.nodes where marks[Int(node)] != mark { reached.nodes.append(node) }
      reached.nodes.sort()
      isKept = states.count < Self.mostStates && nodes.count < Self.mostNodes
      if !isKept { forget() }
      next = number(of: reached.nodes, isAfterWord: outline.isWord[byteClass])
    }
    if isKept { steps[state * outline.classCount + byteClass] = next }
    return next
  }

  private func step(from nodes: [Int32], isAfterWord: Bool, on byteClass: Int) -> Reached {
    var here = nodes
    if !(isAfterWord && outline.isWord[byteClass]) {
      let reached = closure(of: nodes, passingBoundaries: true)
      if reached.isAccepting { return reached }
      here = reached.nodes
    }
    let behind = here.compactMap { node in
      let node = outline.nodes[Int(node)]
      return node.label >= 0 && outline.takes(node.label, byteClass) ? node.next : nil
    }
    return closure(of: behind, passingBoundaries: false)
  }

  /// The nodes that wait for something, reached from some without reading a byte.
  private func closure(of first: [Int32], passingBoundaries: Bool) -> Reached {
    mark &+= 1
    var reached = Reached()
    pending.append(contentsOf: first)
    while let number = pending.popLast() {
      if marks[Int(number)] == mark { continue }
      marks[Int(number)] = mark
      let node = outline.nodes[Int(number)]
      switch node.label {
      case Outline.Node.accept: reached.isAccepting = true
      case Outline.Node.fork:
        pending.append(node.other)
        pending.append(node.next)
      case Outline.Node.boundary where passingBoundaries: pending.append(node.next)
      default: reached.nodes.append(number)
      }
    }
    return reached
  }

  /// The state of some nodes, which may be a new one.
  private func number(of set: [Int32], isAfterWord: Bool) -> Int32 {
    var hash: UInt64 = isAfterWord ? 0x9E37_79B9_7F4A_7C15 : 0xCBF2_9CE4_8422_2325
    for node in set { hash = (hash ^ UInt64(UInt32(bitPattern: node))) &* 0x100_0000_01B3 }
    if let number = known[hash], states[Int(number)].isAfterWord == isAfterWord,
      nodes[states[Int(number)].nodes].elementsEqual(set)
    {
      return number
    }
    let number = Int32(states.count)
    known[hash] = number
    states.append(
      State(nodes: nodes.count..<nodes.count + set.count, isAfterWord: isAfterWord))
    nodes.append(contentsOf: set)
    steps.append(contentsOf: repeatElement(Step.unknown, count: outline.classCount))
    return number
  }

  /// Drops all states but that of a text's start.
  private func forget() {
    steps.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    _ = number(of: [], isAfterWord: false)
  }
}
