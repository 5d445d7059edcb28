import Statistics
import Testing

@Suite("Figures drawn at random, against enumeration and SciPy")
struct ResamplingTests {
  let expected: Expected

  init() throws { expected = try Expected.read() }

  @Test("the generator gives the numbers of the published one")
  func generator() {
    // The first outputs of splitmix64.c from the seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  @Test("shuffled captures come out as all their arrangements do")
  func shuffles() throws {
    for row in expected.shuffles {
      let captures = row.captures.map {
        AdjacencyShuffle.Capture(slots: $0.slots, own: $0.own, flagged: $0.flagged)
      }
      for (observed, tail) in row.tails.enumerated() {
        let result = try #require(
          AdjacencyShuffle(captures, observed: observed, shuffles: 20_000, seed: 1))
        #expect(agree(result.expected, row.expected))
        #expect(agree(result.pValue, tail, within: 0.015), "at least \(observed) of \(captures)")
      }
    }
    #expect(AdjacencyShuffle([], observed: 0, seed: 1) == nil)
  }

  @Test("intervals over captures")
  func bootstrap() throws {
    for row in expected.bootstrap {
      let clusters = zip(row.k, row.n).map { Proportion($0, of: $1) }
      let result = try #require(
        ClusterBootstrap.interval(clusters, resamples: 50_000, seed: 1))
      #expect(agree(result.interval.lowerBound, row.low, within: 0.003))
      #expect(agree(result.interval.upperBound, row.high, within: 0.003))
    }
    #expect(ClusterBootstrap.interval([Proportion(1, of: 2)], seed: 1) == nil)
  }

  @Test("changes are found where they are, and nowhere else")
  func changePoints() throws {
    for row in expected.changePoints {
      let points = zip(row.k, row.n).map { Proportion($0, of: $1) }
      let change = try #require(ChangePoint(points, seed: 1))
      #expect(change.index == row.index)
      #expect(agree(change.pValue, row.p, within: 0.06), "\(change.pValue) and \(row.p)")
      let all = ChangePoint.all(points, seed: 1)
      #expect(all.map(\.index) == (row.p < 0.05 ? [row.index] : []))
    }
    let flat = [Proportion](repeating: Proportion(0, of: 10), count: 20)
    #expect(ChangePoint(flat, seed: 1) == nil)
  }

  @Test("the same seed gives the same figures")
  func seeds() {
    let clusters = (1...20).map { Proportion($0 % 4, of: $0) }
    let first = ClusterBootstrap.interval(clusters, seed: 5)
    let second = ClusterBootstrap.interval(clusters, seed: 5)
    #expect(first?.interval == second?.interval)
  }
}
