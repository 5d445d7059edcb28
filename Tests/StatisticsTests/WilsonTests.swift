import Statistics
import Testing

@Suite("Wilson intervals")
struct WilsonTests {
  /// Newcombe, Statistics in Medicine 17 (1998), 857–872, table I, method 3, to four decimals.
  static let published: [(Int, Int, Double, Double)] = [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
    (1, 29, 0.0061, 0.1718),
  ]

  /// SciPy 1.17.1, `binomtest(k, n).proportion_ci(0.95, method="wilson")`.
  static let computed: [(Int, Int, Double, Double)] = [
    (81, 263, 0.255288519878, 0.366209576983), (15, 148, 0.062386399531, 0.160487241723),
    (0, 20, 0, 0.161125158053), (1, 29, 0.006113214293, 0.171755218793),
    (0, 1, 0, 0.793450685623), (1, 1, 0.206549314377, 1), (1, 10, 0.017876213095, 0.404150026795),
    (5, 10, 0.236593090513, 0.763406909487), (10, 10, 0.722467200137, 1),
    (0, 299, 0, 0.012684719046), (3, 299, 0.003418031061, 0.029079034761),
    (0, 300, 0, 0.012642971225), (50, 1000, 0.038130262393, 0.065313820244),
    (999_999, 1_000_000, 0.999994335088, 0.999999823475),
    (1, 1_000_000, 0.000000176525, 0.000005664912),
  ]

  @Test("agree with the published figures", arguments: published)
  func agreesWithTable(successes: Int, trials: Int, low: Double, high: Double) {
    let interval = Proportion(successes, of: trials).wilson
    #expect(abs(interval.lowerBound - low) <= 0.00005)
    #expect(abs(interval.upperBound - high) <= 0.00005)
  }

  @Test("agree with SciPy", arguments: computed)
  func agreesWithSciPy(successes: Int, trials: Int, low: Double, high: Double) {
    let interval = Proportion(successes, of: trials).wilson
    #expect(abs(interval.lowerBound - low) < 1e-11)
    #expect(abs(interval.upperBound - high) < 1e-11)
  }

  @Test("hold the rate, lie between 0 and 1, and mirror one another", arguments: [1, 2, 7, 60])
  func properties(trials: Int) {
    for successes in 0...trials {
      let interval = Proportion(successes, of: trials).wilson
      let mirror = Proportion(trials - successes, of: trials).wilson
      let rate = Double(successes) / Double(trials)
      #expect(interval.lowerBound <= rate && rate <= interval.upperBound)
      #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
      #expect(abs(interval.lowerBound - (1 - mirror.upperBound)) < 1e-12)
    }
  }

  @Test("of nothing says nothing")
  func nothing() {
    #expect(Proportion(0, of: 0).wilson == 0...1)
  }
}
