import Digests
@testable import ScanHistory
import TestSupport
import Testing
import TimelineModel

@Suite("Rows that wait in a file")
struct CodingTests {
  @Test("numbers and texts come back as they were")
  func values() {
    let numbers: [Int64] = [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min]
    var row = RowBytes()
    for number in numbers { row.write(number) }
    row.write(Int64?.none)
    row.write(0.1 + 0.2)
    row.write("gruß\u{0}\n")
    row.write(true)
    var read = RowBytes(reading: row.bytes)
    // Reading moves on, which an expectation may not do.
    for number in numbers {
      let back = read.number()
      #expect(back == number)
    }
    let (absent, fraction, text, flag) =
      (read.optionalNumber(), read.fraction(), read.text(), read.flag())
    #expect(absent == nil)
    #expect(fraction == 0.1 + 0.2)
    #expect(text == "gruß\u{0}\n")
    #expect(flag)
    #expect(read.isAtEnd)
  }

  @Test("exposures come back whole from pieces of any size", arguments: 0..<4)
  func rows(_ seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let words = (0..<60).map { _ in
      random.pick(["own", ".", "zorgle", "blarp+promoted", "frimp", "gone", "plizzet"])
    }
    let exposures = try await TestScan.exposures(words.joined(separator: " "))
    let authors = KeyedHash(key: [UInt8](repeating: 7, count: 32))
    let rows = exposures.map { exposure in
      ExposureRow(
        exposure,
        ExposureMark(account: "x:@council", platform: .x, capture: 0, slot: exposure.slot),
        authors: authors)
    }
    let bytes = rows.flatMap(\.bytes)
    var cutter = ExposureRowCutter()
    var read: [ExposureRow] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + random.upTo(90))
      cutter.add(Array(bytes[start..<end])) { read.append($0) }
      start = end
    }
    #expect(read == rows)
    #expect(!rows.isEmpty)
  }

  @Test("surroundings come back as they were")
  func surroundings() {
    var mark = ExposureMark(account: "", platform: Platform(rawValue: ""), capture: 0, slot: 0)
    mark.isMeasured = true
    mark.isUnsafe = true
    mark.isUnsuitableBeside = true
    mark.hasUnknown = true
    mark.unsafeUnder = SensitivityChoices(window: 3, strictness: 3, appliesStance: false)
    mark.unsuitableUnder = SensitivityChoices(window: 1, strictness: 2, appliesStance: true)
    mark.embedded = .medium
    mark.above = [.init(.floor, isPromoted: true), .init(.absent), .init(.own)]
    mark.below = [.init(.unknown), .init(.clean)]
    mark.themes = [ThemeID("emergency"), ThemeID("faith")]
    mark.categories = [
      .init(
        id: CategoryID("racism"), tier: .floor, isUnsuitable: true,
        contradicts: [ThemeID("faith")])
    ]
    mark.targets = [.init(name: "migrants", tier: .high, isUnsuitable: false)]
    mark.sources = [
      .init(source: .promoted, isUnsafe: true, isUnsuitable: true, hasUnknown: false)
    ]
    var read = ExposureMark(account: "", platform: Platform(rawValue: ""), capture: 0, slot: 0)
    #expect(Surroundings.decode(Surroundings.encode(mark), into: &read))
    #expect(read == mark)
    #expect(!Surroundings.decode([4, 0], into: &read))
  }
}
