import Digests

/// The state behind a `ChunkReader`: what was read and not yet handed out.
struct ChunkCutter: ~Copyable {
  private enum Layout {
    case unknown
    /// One record a line.
    case lines
    /// Values that follow one another, or the elements of an array.
    case values
  }

  private var source: ByteSource
  /// How many bytes are read at a time: more where records are long.
  private var chunkSize: Int
  private let smallestChunk: Int
  private let largestChunk: Int
  private let recordLimit: Int
  private let isHashed: Bool
  private var layout = Layout.unknown
  private var scanner = ValueScanner()
  private var carry: [UInt8] = []
  /// How much of the carry the scanner has seen.
  private var scanned = 0
  private var offset = 0
  private var sequence = 0
  private var isAtEnd = false
  /// What ended the input before its end; told once the records before it are handed out.
  private var failure: ReadError?
  /// Inside a record that is too large: its bytes are dropped until it ends.
  private var isSkipping = false
  private var hasher: SHA256Hasher?
  private(set) var digest: String?
  private(set) var bytesRead = 0

  init(source: consuming ByteSource, isHashed: Bool, chunkSize: Int, recordLimit: Int) {
    self.source = source
    self.chunkSize = chunkSize
    smallestChunk = chunkSize
    largestChunk = chunkSize * Bounds.chunkGrowth
    self.recordLimit = recordLimit
    self.isHashed = isHashed
    if isHashed { hasher = SHA256Hasher() }
  }

  var holdsMembers: Bool { source.holdsMembers }
  var passedOver: Int { source.passedOver }

  /// Goes to an archive's next member and starts anew.
  mutating func nextMember() throws(ReadError) -> String? {
    let name = try source.nextMember()
    layout = .unknown
    scanner = ValueScanner()
    carry.removeAll()
    scanned = 0
    offset = 0
    sequence = 0
    isAtEnd = false
    failure = nil
    isSkipping = false
    if isHashed { hasher = SHA256Hasher() }
    digest = nil
    bytesRead = 0
    return name
  }

  mutating func fill(_ chunk: inout Chunk) throws(ReadError) -> Bool {
    chunk.slices = nil
    chunk.count = 0
    while !(isAtEnd && carry.isEmpty) {
      chunk.offset = offset
      var count = takeCarry(into: &chunk)
      count = read(into: &chunk, from: count)
      if layout == .unknown {
        guard isAtEnd || count > recordLimit || Preamble.isDecided(chunk.bytes, count) else {
          carry.append(contentsOf: chunk.bytes[0..<count])
          continue
        }
        count = start(&chunk, count)
      }
      let isCut =
        switch layout {
        case .lines, .unknown: cutLines(&chunk, count)
        case .values: cutValues(&chunk, count)
        }
      if isCut {
        chunk.sequence = sequence
        sequence += 1
        adapt(to: chunk)
        return true
      }
    }
    if let failure {
      self.failure = nil
      throw failure
    }
    digest = digest ?? hasher?.finish()
    return false
  }

  /// Doubles what is read at a time while chunks hold too few records to go through all rules with, and
  /// halves it again where records are shorter.
  private mutating func adapt(to chunk: borrowing Chunk) {
    let records = chunk.slices?.count ?? Self.lines(in: chunk)
    if records < Bounds.chunkRecords {
      chunkSize = min(2 * chunkSize, largestChunk)
    } else if records > 4 * Bounds.chunkRecords {
      chunkSize = max(chunkSize / 2, smallestChunk)
    }
  }

  /// About how many lines there are, from those at the beginning.
  private static func lines(in chunk: borrowing Chunk) -> Int {
    let sample = min(chunk.count, Bounds.chunk / 16)
    guard sample > 0 else { return 0 }
    let lines = ByteSearch.count(of: ByteSearch.newline, in: chunk.bytes, to: sample)
    return lines * (chunk.count / sample)
  }

  private mutating func takeCarry(into chunk: inout Chunk) -> Int {
    let needed = carry.count + chunkSize + JSONParser.padding
    if chunk.bytes.count < needed || chunk.bytes.count > 4 * needed {
      chunk.bytes = [UInt8](repeating: 0x20, count: needed)
    }
    chunk.bytes.replaceSubrange(0..<carry.count, with: carry)
    let count = carry.count
    carry.removeAll(keepingCapacity: carry.capacity < 4 * chunkSize)
    return count
  }

  private mutating func read(into chunk: inout Chunk, from start: Int) -> Int {
    var count = start
    let limit = start + chunkSize
    while count < limit, !isAtEnd {
      do throws(ReadError) {
        let got = try source.read(into: &chunk.bytes, at: count, count: limit - count)
        if got == 0 { isAtEnd = true }
        hasher?.update(chunk.bytes, count..<count + got)
        bytesRead += got
        count += got
      } catch {
        isAtEnd = true
        failure = error
        hasher = nil
      }
    }
    return count
  }

  /// Drops what stands before the first record and tells the layout.
  ///
  /// Returns how many bytes are left.
  private mutating func start(_ chunk: inout Chunk, _ count: Int) -> Int {
    var prefix = Preamble.length(in: chunk.bytes, count)
    var isCapture = false
    if case .entries(let array) = BrowserCaptureStart.find(in: chunk.bytes, from: prefix, count) {
      prefix = array
      isCapture = true
      scanner.endsWithArray = true
    }
    var count = count
    if prefix > 0 {
      chunk.bytes.replaceSubrange(0..<count, with: chunk.bytes[prefix..<count])
      chunk.bytes.append(contentsOf: repeatElement(0x20, count: prefix))
      count -= prefix
      offset += prefix
      chunk.offset = offset
    }
    layout = !isCapture && Preamble.isLines(chunk.bytes, count) ? .lines : .values
    return count
  }

  private mutating func cutLines(_ chunk: inout Chunk, _ count: Int) -> Bool {
    let newline = ByteSearch.newline
    var end = count
    if !isAtEnd {
      guard let last = ByteSearch.lastIndex(of: newline, in: chunk.bytes, from: 0, to: count)
      else {
        return keepLine(&chunk, count)
      }
      end = last + 1
    }
    if isSkipping {
      // The rest of the line that was too large ends here.
      let rest = ByteSearch.firstIndex(of: newline, in: chunk.bytes, from: 0, to: end)
      for index in 0..<rest { chunk.bytes[index] = 0x20 }
      isSkipping = false
    }
    carry.append(contentsOf: chunk.bytes[end..<count])
    offset += end
    chunk.count = end
    return end > 0
  }

  /// A line that has not ended yet: kept until it does, or given up when it grows too large.
  private mutating func keepLine(_ chunk: inout Chunk, _ count: Int) -> Bool {
    guard isSkipping || count > recordLimit else {
      carry.append(contentsOf: chunk.bytes[0..<count])
      return false
    }
    offset += count
    guard !isSkipping else { return false }
    isSkipping = true
    chunk.slices = [RecordSlice(range: 0..<0, problem: .tooLarge)]
    return true
  }

  private mutating func cutValues(_ chunk: inout Chunk, _ count: Int) -> Bool {
    var slices: [RecordSlice] = []
    scanner.scan(chunk.bytes, scanned..<count, into: &slices)
    if isAtEnd {
      scanner.finish(at: count, into: &slices)
    }
    if isSkipping, !slices.isEmpty {
      slices.removeFirst()
      isSkipping = false
    }
    var end = scanner.isInsideValue && !isSkipping ? scanner.valueStart : count
    if isAtEnd {
      if scanner.isInsideValue, !isSkipping {
        slices.append(RecordSlice(range: end..<end, problem: .cutShort))
      } else if scanner.isInsideTopArray {
        slices.append(RecordSlice(range: end..<end, problem: .unclosedArray))
      }
    } else if count - end > recordLimit {
      slices.append(RecordSlice(range: end..<end, problem: .tooLarge))
      isSkipping = true
      end = count
    }
    if !isAtEnd {
      carry.append(contentsOf: chunk.bytes[end..<count])
    }
    scanner.rebase(by: end)
    scanned = count - end
    offset += isAtEnd ? count : end
    chunk.count = end
    chunk.slices = slices
    return !slices.isEmpty
  }
}
