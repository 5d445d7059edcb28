import ExportReading
import Testing
import TimelineFormats
import TimelineModel

@Suite("Records that are not as they should be")
struct MutationTests {
  @Test("give sound entries or an error", arguments: Fixture.all)
  func sound(_ fixture: Fixture) throws {
    let format = try #require(FormatRegistry.format(id: fixture.format))
    var changed = 0
    try Decoding.forEachRecord(fixture.path) { record, _ in
      guard let record else { return }
      let original = Decoding.batch(of: record, as: format)
      for seed in 1...20 as ClosedRange<UInt64> {
        let text = Mutation.text(of: record, seed: seed)
        try withJSON(text) { mutated in
          for format in FormatRegistry.all { _ = format.recognise(mutated) }
          let batch = Decoding.batch(of: mutated, as: format)
          #expect(BatchCheck.faults(in: batch) == [], "seed \(seed): \(text.prefix(2000))")
          if batch.text != original.text { changed += 1 }
        }
      }
    }
    #expect(changed > 0)
  }

  @Test("are refused by formats that they are not of", arguments: Fixture.all)
  func foreign(_ fixture: Fixture) throws {
    try Decoding.forEachRecord(fixture.path) { record, _ in
      guard let record else { return }
      for format in FormatRegistry.all where format.id != fixture.format {
        #expect(BatchCheck.faults(in: Decoding.batch(of: record, as: format)) == [])
      }
    }
  }
}
