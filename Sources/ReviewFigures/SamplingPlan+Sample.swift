import Statistics
import TimelineModel

extension SamplingPlan {
  /// One in five findings is looked at by two people, and ten at least.
  private static let doubleShare = 0.2
  private static let fewestDouble = 10

  /// Says which of the drawn findings people should look at.
  init(of sample: FindingSample, entries: Int) {
    self.init()
    mandatory = sample.mandatory.map { item in
      var item = item
      item.isDouble = true
      return item
    }
    mandatoryCount = sample.mandatoryCount
    strata = sample.drawn.sorted { $0.key < $1.key }.map { category, drawn in
      let population = sample.population[category] ?? drawn.count
      let size = min(drawn.count, SampleSize.toEstimate(within: 0.1, of: population))
      let double = min(
        size, max(Self.fewestDouble, Int((Double(size) * Self.doubleShare).rounded())))
      let items = drawn.prefix(size).enumerated().map { index, item in
        var item = item
        item.isDouble = index < double
        return item
      }
      return Stratum(
        category: category, population: population, sample: size, double: double, items: items)
    }
    // Among so many clean ones, three or more misses in a hundred would show up (0 of 299: 1 %).
    cleanSample = min(entries, SampleSize.withoutHits(below: 0.01))
  }
}
