import Foundation
import TestSupport

/// What SciPy and statsmodels computed: the table that `scripts/check-statistics` writes.
struct Expected: Decodable, Sendable {
  struct Wilson: Decodable { var k: Int, n: Int, low: Double, high: Double }
  struct Difference: Decodable {
    var k1: Int, n1: Int, k2: Int, n2: Int, low: Double, high: Double, p: Double
  }
  struct Multiple: Decodable { var p: [Double], holm: [Double], bh: [Double] }
  struct Binomial: Decodable { var n: Int, p: Double, k: Int, cdf: Double, pmf: Double }
  struct Normal: Decodable { var z: Double, cdf: Double, twoSided: Double }
  struct RoganGladen: Decodable {
    var k: Int, n: Int, se: Double, nse: Double, sp: Double, nsp: Double
    var share: Double, low: Double, high: Double
  }
  struct SampleSizes: Decodable {
    struct None: Decodable { var bound: Double, n: Int }
    struct Compare: Decodable {
      var p1: Double, p2: Double, power: Double, n: Int, statsmodels: Double
    }
    struct Show: Decodable {
      var rate: Double, bound: Double, power: Double, powers: [String: Double]
    }
    var none: [None], compare: [Compare], show: [Show]
  }
  struct Shuffle: Decodable {
    struct Capture: Decodable { var slots: Int, own: [Int32], flagged: Int }
    var captures: [Capture], expected: Double, tails: [Double]
  }
  struct Bootstrap: Decodable { var k: [Int], n: [Int], low: Double, high: Double }
  struct Correlation: Decodable { var clusters: [[Int]], icc: Double }
  struct Change: Decodable { var k: [Int], n: [Int], index: Int, p: Double }

  struct Kappa: Decodable { var table: [[Int]], kappa: Double, low: Double, high: Double }

  var wilson: [Wilson]
  var difference: [Difference]
  var multiple: [Multiple]
  var binomial: [Binomial]
  var normal: [Normal]
  var roganGladen: [RoganGladen]
  var sampleSizes: SampleSizes
  var shuffles: [Shuffle]
  var bootstrap: [Bootstrap]
  var correlation: [Correlation]
  var changePoints: [Change]
  var kappas: [Kappa]

  static func read() throws -> Expected {
    let file = Repository.fixture("statistics/expected.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Self.self, from: Data(contentsOf: file))
  }
}

/// Whether two figures agree to within a difference.
func agree(_ one: Double, _ other: Double, within difference: Double = 1e-9) -> Bool {
  abs(one - other) <= difference
}
