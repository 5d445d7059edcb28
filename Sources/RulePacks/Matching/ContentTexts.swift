internal import TimelineModel

/// The content at hand, and where its texts are.
struct ContentTexts {
  let batch: PostBatch
  let folded: FoldedFields
  /// The content's index in the batch.
  var content: Int = 0

  /// The arena that a candidate's reading stands in.
  func bytes(of candidate: Candidate) -> [UInt8] {
    candidate.reading < 0 ? batch.text : folded.text
  }

  /// Where a candidate's reading stands in its arena.
  func range(of candidate: Candidate) -> Range<Int> {
    candidate.reading < 0
      ? batch.fields[Int(candidate.field)].range.indices
      : folded.readings[Int(candidate.reading)].range.indices
  }

  /// A candidate's reading as text.
  func string(of candidate: Candidate) -> String {
    String(decoding: bytes(of: candidate)[range(of: candidate)], as: UTF8.self)
  }

  /// The byte after the character at a byte of a candidate's reading.
  func index(after offset: Int, in candidate: Candidate) -> Int {
    let bytes = bytes(of: candidate)
    let range = range(of: candidate)
    var index = range.lowerBound + offset + 1
    while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
    return index - range.lowerBound
  }

  /// A match in a candidate's reading, as results name it.
  func place(_ span: Range<Int>, of candidate: Candidate) -> RuleMatch.Place {
    guard candidate.reading >= 0 else {
      return .field(Int(candidate.field), reading: nil, span: span)
    }
    var firstReading = Int(candidate.reading)
    while firstReading > 0, folded.readings[firstReading - 1].field == UInt32(candidate.field) {
      firstReading -= 1
    }
    return .field(
      Int(candidate.field), reading: Int(candidate.reading) - firstReading, span: span)
  }
}

extension CompiledRules {
  /// Whether a stance rule lowers what another rule finds.
  func lowers(_ stance: Int, rule: Int) -> Bool {
    plans[stance].categories & plans[rule].categories != 0
  }
}

extension RuleMatch.Place: Comparable {
  /// By field, then by label, the content as a whole last.
  package static func < (left: Self, right: Self) -> Bool {
    left.rank < right.rank
  }

  private var rank: (kind: Int, index: Int) {
    switch self {
    case .field(let field, _, _): (0, field)
    case .label(let label): (1, label)
    case .content: (2, 0)
    }
  }
}
