/// Numbers for words that turn up again, so that what is found out about a word is found out once.
///
/// A word has a number from its second time on: names, links and misspellings, most of which are never
/// seen again, take no room. One per worker; about 3 MB when it is full.
package struct SeenWords: Sendable {
  /// A word with the blank behind it, filled up with zeros.
  typealias Key = SIMD4<UInt64>

  /// What stands for a word without a number.
  static let noNumber: Int32 = -1
  /// The most bytes of a word with a number.
  static let longest = 32
  /// The most words kept, and the places for them.
  static let most = 1 << 16
  private static let slotCount = 2 * most
  /// The most places looked at for a word, as hostile words could all want the same.
  private static let mostProbes = 8

  private var keys: [Key] = []
  /// By a word's hash: its number, or `noNumber`.
  private var slots: [Int32]
  /// By a word's hash: other bits of the hash of the word that was last seen there.
  private var strangers: [UInt16]

  package init() {
    slots = Array(repeating: Self.noNumber, count: Self.slotCount)
    strangers = Array(repeating: 0, count: Self.slotCount)
  }

  /// Whether new words are turned away.
  package var isFull: Bool { keys.count == Self.most }

  /// Drops all words; their numbers go to others.
  package mutating func forget() {
    keys.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = Self.noNumber }
    for slot in strangers.indices { strangers[slot] = 0 }
  }

  /// The number of a word, which it may get now; `noNumber` where it has none.
  @inline(__always)
  mutating func number(of key: Key) -> Int32 {
    let hash = Self.hash(of: key)
    var slot = Int(truncatingIfNeeded: hash >> 40) & (Self.slotCount - 1)
    for _ in 0..<Self.mostProbes {
      let number = slots[slot]
      if number == Self.noNumber { return admit(key, hash, slot) }
      if keys[Int(number)] == key { return number }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return Self.noNumber
  }

  private mutating func admit(_ key: Key, _ hash: UInt64, _ slot: Int) -> Int32 {
    let place = Int(truncatingIfNeeded: hash >> 20) & (Self.slotCount - 1)
    let mark = UInt16(truncatingIfNeeded: hash) | 1
    guard strangers[place] == mark, !isFull else {
      strangers[place] = mark
      return Self.noNumber
    }
    slots[slot] = Int32(keys.count)
    keys.append(key)
    return slots[slot]
  }

  /// Multiplying and folding, by turns, as in MurmurHash.
  private static func hash(of key: Key) -> UInt64 {
    let odd: UInt64 = 0x9E37_79B9_7F4A_7C15
    var hash = (key[0] ^ (key[1] << 29 | key[1] >> 35)) &* odd
    hash = (hash ^ hash >> 32 ^ key[2] ^ (key[3] << 31 | key[3] >> 33)) &* 0xBF58_476D_1CE4_E5B9
    return (hash ^ hash >> 29) &* odd
  }
}
