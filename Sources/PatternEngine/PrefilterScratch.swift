internal import CVectorscan

/// Where in the scanned bytes a literal was found.
package struct LiteralHit: Hashable, Sendable {
  /// The place of the literal among those that the prefilter was made of.
  package let literal: UInt32
  /// The offset behind the bytes by which it was found: in the same text as the literal.
  package let end: UInt32

  @inlinable
  package init(literal: UInt32, end: UInt32) {
    self.literal = literal
    self.end = end
  }
}

/// What one worker needs to scan with one prefilter.
@safe package struct PrefilterScratch: ~Copyable {
  package let prefilter: LiteralPrefilter
  private let scratch: OpaquePointer?
  /// Where triggers end, as Vectorscan reports them; kept for its memory.
  private var found: [FoundTrigger] = []
  private var known = KnownWords()

  package init(for prefilter: LiteralPrefilter) throws(PrefilterError) {
    self.prefilter = prefilter
    guard let database = unsafe prefilter.database else {
      unsafe scratch = nil
      return
    }
    var scratch: OpaquePointer?
    // SAFETY: the prefilter, and so its database, is kept alive by this value.
    let status = unsafe hs_alloc_scratch(database, &scratch)
    guard status == HS_SUCCESS else {
      throw PrefilterError(code: status, message: "no scratch space")
    }
    unsafe self.scratch = unsafe scratch
  }

  deinit {
    // SAFETY: made by `init`, used by no one else.
    unsafe hs_free_scratch(scratch)
  }

  /// Forgets what was found out about words, whose numbers go to others.
  package mutating func forgetWords() { known.forget() }

  /// Appends every occurrence of every literal in `bytes` to `hits`, by ascending end.
  ///
  /// Texts kept apart by 0x00, which is in no literal, have no hits of plain text across their bounds.
  /// `bytes` is valid UTF-8 below 4 GiB.
  package mutating func scan(
    _ bytes: Span<UInt8>, into hits: inout [LiteralHit]
  ) throws(PrefilterError) {
    try findTriggers(in: bytes)
    let table = prefilter.table
    for found in found {
      table.forEachLiteral(of: Int(found.trigger), endingAt: Int(found.end), in: bytes) {
        hits.append(LiteralHit(literal: $0, end: found.end))
      }
    }
  }

  /// Begins a search through an arena taken apart into `words`, of which only those are looked at that
  /// are not known: one call of Vectorscan for all of them is what makes this fast.
  package mutating func begin(
    _ search: inout WordSearch, in bytes: Span<UInt8>, _ words: TextWords, _ meaning: LiteralMarks
  ) throws(PrefilterError) {
    search.begin()
    while search.collectBlock(from: bytes, words, besides: known) {
      try findTriggers(in: search.bytes.span)
      var triggers = found[...]
      for stranger in search.strangers {
        let count = triggers.prefix { $0.end <= stranger.end }.count
        take(triggers.prefix(count), in: stranger, &search, bytes, words, meaning)
        triggers = triggers.dropFirst(count)
      }
    }
  }

  /// Takes what was found in a word.
  private mutating func take(
    _ triggers: ArraySlice<FoundTrigger>, in stranger: WordSearch.Stranger,
    _ search: inout WordSearch, _ bytes: Span<UInt8>, _ words: TextWords, _ meaning: LiteralMarks
  ) {
    let table = prefilter.table
    let number = words.numbers[stranger.word]
    if number == SeenWords.noNumber {
      for found in triggers {
        let end = Int(found.end) + stranger.offset
        table.forEachLiteral(of: Int(found.trigger), endingAt: end, in: bytes) {
          search.keep($0, in: stranger.word)
        }
      }
    } else if !known.isKnown(number) {
      let word = words.range(of: stranger.word)
      known.learn(number, word, of: bytes, triggers, stranger.offset, table, meaning)
    }
  }

  /// Sets the marks of all literals in one text of the arena; returns false where it holds none.
  ///
  /// The texts are asked for in their order. Some nanoseconds a word.
  package func mark(
    _ range: Range<Int>, of bytes: Span<UInt8>, _ words: TextWords, _ search: inout WordSearch,
    _ meaning: LiteralMarks, in bits: inout [UInt64]
  ) -> Bool {
    var isTelling = false
    let table = prefilter.table
    var word = words.first(from: range.lowerBound)
    while word < words.count, Int(words.starts[word]) < range.upperBound {
      let number = words.numbers[word]
      if number != SeenWords.noNumber {
        let range = words.range(of: word)
        if known.mark(number, range, of: bytes, table, meaning, in: &bits) { isTelling = true }
      } else {
        for literal in search.literals(in: word) {
          meaning.forEach(of: literal) { bits[Int($0.place)] |= $0.bits }
          isTelling = true
        }
      }
      word += 1
    }
    return isTelling
  }

  private mutating func findTriggers(in bytes: Span<UInt8>) throws(PrefilterError) {
    found.removeAll(keepingCapacity: true)
    guard !bytes.isEmpty, let database = unsafe prefilter.database else { return }
    let count = UInt32(bytes.count)
    let scratch = unsafe self.scratch
    // SAFETY: the bytes and the array outlive the call, the scratch was made for this database and
    // is used by this call alone, and the callback gets the array back as what it is.
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe withUnsafeMutablePointer(to: &found) { found in
        unsafe hs_scan(
          database, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count, 0, scratch,
          { trigger, _, end, _, found in
            unsafe found?.assumingMemoryBound(to: [FoundTrigger].self).pointee
              .append(FoundTrigger(trigger: trigger, end: UInt32(truncatingIfNeeded: end)))
            return 0
          }, found)
      }
    }
    guard status == HS_SUCCESS else {
      throw PrefilterError(code: status, message: "the scan failed")
    }
  }
}
