/// What it tells of a text that it holds a literal: bits to be set among the text's marks.
package struct LiteralMarks: Sendable {
  /// Bits in one place of a text's marks.
  package struct Mark: Sendable {
    package let place: Int32
    package var bits: UInt64

    package init(place: Int, bits: UInt64) {
      self.place = Int32(place)
      self.bits = bits
    }
  }

  private let lists: Runs<Mark>
  private let listsOfLiterals: Runs<Int32>

  /// Takes lists of bits, and which of the lists each literal stands for; as many literals share them.
  package init(_ lists: [[Mark]], of literals: Runs<Int32>) {
    self.lists = Runs(lists)
    listsOfLiterals = literals
  }

  @inline(__always)
  func forEach(of literal: UInt32, _ body: (Mark) -> Void) {
    listsOfLiterals.forEach(in: Int(literal)) { lists.forEach(in: Int($0), body) }
  }
}
