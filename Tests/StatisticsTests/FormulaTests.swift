import Statistics
import Testing

@Suite("Formulas against SciPy and statsmodels")
struct FormulaTests {
  let expected: Expected

  init() throws { expected = try Expected.read() }

  @Test("score intervals")
  func wilson() {
    for row in expected.wilson {
      let interval = Proportion(row.k, of: row.n).wilson
      #expect(agree(interval.lowerBound, row.low), "\(row)")
      #expect(agree(interval.upperBound, row.high), "\(row)")
    }
  }

  @Test("differences, their intervals and Fisher's test")
  func difference() throws {
    for row in expected.difference {
      let result = try #require(
        ProportionDifference(
          from: Proportion(row.k1, of: row.n1), to: Proportion(row.k2, of: row.n2)))
      #expect(agree(result.interval.lowerBound, row.low), "\(row)")
      #expect(agree(result.interval.upperBound, row.high), "\(row)")
      #expect(agree(result.pValue, row.p, within: 1e-8), "\(row)")
    }
    #expect(ProportionDifference(from: Proportion(0, of: 0), to: Proportion(1, of: 2)) == nil)
  }

  @Test("agreement of two coders")
  func kappas() throws {
    for row in expected.kappas {
      let result = try #require(CohenKappa(row.table))
      let interval = try #require(result.interval)
      #expect(agree(result.kappa, row.kappa), "\(row)")
      #expect(agree(interval.lowerBound, row.low), "\(row)")
      #expect(agree(interval.upperBound, row.high), "\(row)")
    }
    #expect(CohenKappa([[0, 0], [0, 0]]) == nil)
    #expect(CohenKappa([[7, 0], [0, 0]]) == nil)
    let always = try #require(CohenKappa([[7, 0], [0, 5]]))
    #expect(always.kappa == 1 && always.interval == nil)
  }

  @Test("many comparisons at once")
  func multiple() {
    for row in expected.multiple {
      for (ours, theirs) in zip(MultipleComparisons.holm(row.p), row.holm) {
        #expect(agree(ours, theirs))
      }
      for (ours, theirs) in zip(MultipleComparisons.benjaminiHochberg(row.p), row.bh) {
        #expect(agree(ours, theirs))
      }
    }
    #expect(MultipleComparisons.holm([]).isEmpty)
  }

  @Test("the binomial and the normal distribution")
  func distributions() {
    for row in expected.binomial {
      let distribution = BinomialDistribution(trials: row.n, share: row.p)
      #expect(agree(distribution.cumulative(row.k), row.cdf), "\(row)")
      #expect(agree(distribution.probability(of: row.k), row.pmf), "\(row)")
    }
    for row in expected.normal {
      #expect(agree(NormalDistribution.cumulative(row.z), row.cdf, within: 1e-12))
      #expect(agree(NormalDistribution.twoSided(row.z), row.twoSided, within: 1e-12))
      guard abs(row.z) < 4 else { continue }
      #expect(agree(NormalDistribution.quantile(row.cdf), row.z))
    }
  }

  @Test("corrected rates")
  func roganGladen() throws {
    for row in expected.roganGladen {
      let result = try #require(
        RoganGladen(
          apparent: Proportion(row.k, of: row.n),
          sensitivity: .init(row.se, sample: row.nse), specificity: .init(row.sp, sample: row.nsp)))
      #expect(agree(result.share, row.share), "\(row)")
      #expect(agree(result.interval.lowerBound, row.low), "\(row)")
      #expect(agree(result.interval.upperBound, row.high), "\(row)")
    }
    let coin = RoganGladen.Measured(0.5, sample: 100)
    #expect(
      RoganGladen(apparent: Proportion(1, of: 9), sensitivity: coin, specificity: coin) == nil)
  }

  @Test("sample sizes")
  func sampleSizes() throws {
    let sizes = expected.sampleSizes
    for row in sizes.none { #expect(SampleSize.withoutHits(below: row.bound) == row.n) }
    for row in sizes.compare {
      let needed = try #require(SampleSize.toCompare(row.p1, row.p2, power: row.power))
      #expect(needed == row.n)
      // statsmodels allots the variance a little differently under no difference.
      #expect(abs(Double(needed) - row.statsmodels) < 0.02 * row.statsmodels + 2)
    }
    for row in sizes.show {
      for (trials, power) in row.powers {
        let ours = SampleSize.power(row.rate, row.bound, Int(trials) ?? 0)
        #expect(agree(ours, power), "\(row.rate) below \(row.bound) with \(trials)")
      }
      let needed = try #require(
        SampleSize.toShow(rate: row.rate, below: row.bound, power: row.power))
      #expect(SampleSize.power(row.rate, row.bound, needed) >= row.power)
      #expect(SampleSize.power(row.rate, row.bound, needed * 9 / 10) < row.power)
    }
    #expect(SampleSize.toShow(rate: 0.02, below: 0.01) == nil)
    // W. G. Cochran: 97 for ten points either way in a large population, all of a small one.
    #expect(SampleSize.toEstimate(within: 0.1, of: 1_000_000) == 97)
    #expect(SampleSize.toEstimate(within: 0.1, of: 3) == 3)
  }

  @Test("intraclass correlation")
  func correlation() throws {
    for row in expected.correlation {
      let clusters = row.clusters.map { Proportion($0[0], of: $0[1]) }
      #expect(agree(try #require(ClusterCorrelation.estimate(clusters)), row.icc))
    }
    #expect(ClusterCorrelation.estimate([Proportion(1, of: 2)]) == nil)
  }
}
