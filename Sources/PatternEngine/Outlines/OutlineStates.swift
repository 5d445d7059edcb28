/// The states of one outline that texts have led to so far: made when needed, by one worker.
///
/// A state is a set of nodes, as in the lazy automaton of Russ Cox, "Regular Expression Matching in the
/// Wild" (2010). The nodes at which a match may begin are in every state and left out of the sets.
struct OutlineStates {
  /// A state's number, or one of these.
  enum Step {
    static let unknown: Int16 = -1
    /// The text is accepted, whatever follows.
    static let accepts: Int16 = -2
  }

  struct State {
    var nodes: Range<Int32>
    var hash: UInt32
    /// Whether an ASCII word character stands before it.
    var isAfterWord: Bool
    var acceptsAtEnd: Bool?
  }

  /// The nodes that a step has reached; no matter which, once the text is accepted.
  struct Reached {
    var nodes: [Outline.Number] = []
    var isAccepting = false
  }

  /// The most states kept at a time, and the most nodes in them; beyond, they are made anew.
  static let mostStates = 4_096
  static let mostNodes = 262_144
  /// The state where no match has begun, without an ASCII word character before it, and with one.
  static let idle = 0
  private static let idleAfterWord = 1

  let outline: Outline
  /// By state, then by class: another state, or a `Step`.
  ///
  /// Small, because following it is waiting for memory.
  var steps: [Int16] = []
  var states: [State] = []
  /// The nodes of all states, one after the other, those of each ascending.
  var nodes: [Outline.Number] = []
  /// By a state's hash: its number, or `Step.unknown`; a power of two of places, half of them free.
  var places: [Int16] = []
  /// How often the states were dropped: a state's number is worth nothing afterwards.
  var lifetime = 0
  /// The memory that the states take, in bytes.
  var stateBytes = 0
  /// Whether a match may be empty, so that every text is accepted.
  private var acceptsEmpty = false
  /// The nodes where a match begins.
  var beginning: [Outline.Number] = []
  /// What a match that begins before a byte reaches: by class, first without a word before it.
  var begun: [Reached?] = []
  /// Whether every match begins where a word of letters or a sign does.
  ///
  /// Where no match has begun, all bytes up to the next of them can then be passed over.
  private var beginsAtBeginnings = false
  /// Where words lead from these states.
  var jumps = WordJumps()

  init(_ outline: Outline, _ marks: inout OutlineMarks) {
    self.outline = outline
    begun = Array(repeating: nil, count: 2 * outline.classCount)
    let reached = closure(of: [outline.start], passingBoundaries: false, &marks)
    beginning = reached.nodes
    acceptsEmpty = reached.isAccepting
    dropStates()
    beginsAtBeginnings = !acceptsEmpty
    for byte in 0..<0x80 as Range<UInt8> where byte <= 0x20 || isASCIIWord(byte) {
      for isAfterWord in isASCIIWord(byte) ? [true] : [true, false] where beginsAtBeginnings {
        let byteClass = Int(outline.classes[Int(byte)])
        let reached = step(from: beginning[...], isAfterWord, on: byteClass, &marks)
        beginsAtBeginnings = reached.nodes.isEmpty && !reached.isAccepting
      }
    }
  }

  /// The memory taken, in bytes.
  var byteCount: Int { stateBytes + jumps.byteCount }

  /// Whether the outline accepts `text[range]`, where a match may begin anywhere in it.
  ///
  /// True also where `mostSteps` bytes do not tell, of which a word without a beginning counts as two.
  mutating func accept(
    _ text: Span<UInt8>, _ range: Range<Int>, _ words: TextWords, mostSteps: Int,
    _ marks: inout OutlineMarks
  ) -> Bool {
    if acceptsEmpty { return true }
    let endsText = range.upperBound == text.count || text[range.upperBound] == 0
    var state = Self.idle
    var steps = 0
    var place = range.lowerBound
    var word = words.first(from: place)
    while place < range.upperBound {
      if steps >= mostSteps { return true }
      // What is before the first word is the end of one.
      let isWhole = place == Int(words.starts[word])
      let number = isWhole ? words.numbers[word] : SeenWords.noNumber
      if isWhole { word += 1 }
      let next = Int(words.starts[word])
      let end = min(next, range.upperBound)
      let isKnowable = next <= range.upperBound || endsText
      if isKnowable, let jump = jumps.jump(from: state, by: number) {
        (state, place) = (jump.state, next)
        steps += jump.steps
        continue
      }
      let isShort = isWhole && next - place <= SeenWords.longest
      let mostHere = isShort ? nil : mostSteps - steps
      let (before, lifetimeBefore) = (steps, lifetime)
      let reached = follow(text, place..<end, from: state, atMost: mostHere, &steps, &marks)
      guard let reached else { return true }
      if isShort && isKnowable {
        let isPassed =
          state == Self.idle && (end < next ? !acceptsAtEnd(reached, &marks) : reached == Self.idle)
        if isPassed {
          steps = before + WordJumps.stepsToPass
          jumps.pass(number)
        } else if lifetime == lifetimeBefore {
          jumps.keep(number, from: state, to: reached, steps - before)
        }
      }
      (state, place) = (reached, next)
    }
    return acceptsAtEnd(state, &marks)
  }

  /// Forgets where words lead, as their numbers go to others.
  mutating func forgetWords() { jumps.forget() }

  /// The state behind a part of a text; nil where the text is accepted, or some steps do not tell.
  private mutating func follow(
    _ text: Span<UInt8>, _ part: Range<Int>, from first: Int, atMost mostSteps: Int?,
    _ steps: inout Int, _ marks: inout OutlineMarks
  ) -> Int? {
    var state = first
    var place = part.lowerBound
    let most = mostSteps ?? .max
    var left = most
    defer { steps += most - left }
    while true {
      let step = run(text, &place, to: part.upperBound, &state, &left)
      if step == Step.accepts { return nil }
      if place == part.upperBound { return state }
      if left == 0 { return nil }
      let made = makeStep(from: state, on: Int(outline.classes[Int(text[place])]), &marks)
      if made == Step.accepts { return nil }
      state = Int(made)
      place += 1
      left -= 1
    }
  }

  /// Follows known steps up to a place, or until none are left; returns the first that leads to no
  /// state, or `unknown` there.
  private func run(
    _ text: Span<UInt8>, _ place: inout Int, to end: Int, _ state: inout Int, _ left: inout Int
  ) -> Int16 {
    let classCount = outline.classCount
    let passesOver = beginsAtBeginnings ? Self.idleAfterWord : -1
    precondition(place >= 0 && place <= end && end <= text.count, "BUG: search out of bounds")
    var index = place
    var current = state
    var remaining = left
    defer {
      place = index
      state = current
      left = remaining
    }
    // SAFETY: the text is read from the index on and before the end, both of which were checked above;
    // a byte is a place in the 256 classes, and every state has one step a class.
    return unsafe text.withUnsafeBufferPointer { text in
      unsafe steps.withUnsafeBufferPointer { steps in
        unsafe outline.classes.withUnsafeBufferPointer { classes in
          while index != end && remaining > 0 {
            let byte = unsafe text[index]
            if current <= passesOver {
              let isWord = isASCIIWord(byte)
              if byte <= 0x20 || (isWord && current == Self.idleAfterWord) {
                current = isWord ? Self.idleAfterWord : Self.idle
                index += 1
                continue
              }
            }
            let next = unsafe steps[current * classCount + Int(classes[Int(byte)])]
            if next < 0 { return next }
            current = Int(next)
            index += 1
            remaining -= 1
          }
          return Step.unknown
        }
      }
    }
  }

  private mutating func acceptsAtEnd(_ state: Int, _ marks: inout OutlineMarks) -> Bool {
    if let known = states[state].acceptsAtEnd { return known }
    let here = beginning + nodes(of: state)
    let accepts = closure(of: here, passingBoundaries: true, &marks).isAccepting
    states[state].acceptsAtEnd = accepts
    return accepts
  }
}
