/// Where words with a number lead from the states of one outline, so that they are followed once.
struct WordJumps {
  /// Where a word leads, and how many steps that takes.
  struct Jump {
    let state: Int
    let steps: Int
  }

  /// Words by number, one bit each: whether no match begins in them that goes beyond.
  private var passable: [UInt64] = []
  /// Other words: a key of 32 bits, a state of 16, and the steps; a new one takes another's place.
  private var kept: [UInt64] = []

  private static let keptCount = 1_024
  /// How many steps a word counts for in which no match begins that goes beyond.
  static let stepsToPass = 2

  /// The memory taken.
  var byteCount: Int { 8 * (passable.count + kept.count) }

  /// Forgets all words; their memory too, as there are many outlines.
  mutating func forget() {
    passable = []
    kept = []
  }

  /// Where a word leads from a state; nil where that is not known.
  @inline(__always)
  func jump(from state: Int, by number: Int32) -> Jump? {
    guard number >= 0 else { return nil }
    let place = Int(number) >> 6
    if state == OutlineStates.idle, place < passable.count,
      passable[place] >> UInt64(number & 63) & 1 != 0
    {
      return Jump(state: OutlineStates.idle, steps: Self.stepsToPass)
    }
    guard !kept.isEmpty else { return nil }
    let key = Self.key(state, number)
    let jump = kept[Self.place(of: key)]
    guard jump >> 32 == key else { return nil }
    return Jump(state: Int(jump >> 8 & 0xFFFF), steps: Int(jump & 0xFF))
  }

  /// Keeps that no match begins in a word that goes beyond.
  mutating func pass(_ number: Int32) {
    guard number >= 0 else { return }
    while passable.count <= Int(number) >> 6 { passable.append(0) }
    passable[Int(number) >> 6] |= 1 << UInt64(number & 63)
  }

  /// Keeps where a word leads from a state.
  mutating func keep(_ number: Int32, from state: Int, to next: Int, _ steps: Int) {
    guard number >= 0 else { return }
    if kept.isEmpty { kept = Array(repeating: 0, count: Self.keptCount) }
    let key = Self.key(state, number)
    kept[Self.place(of: key)] = key << 32 | UInt64(next) << 8 | UInt64(steps)
  }

  /// Never 0, which is in empty places.
  @inline(__always)
  private static func key(_ state: Int, _ number: Int32) -> UInt64 {
    UInt64(state) << 17 | UInt64(number + 1)
  }

  @inline(__always)
  private static func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keptCount - 1)
  }
}
