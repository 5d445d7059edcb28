import TimelineModel

/// How a language writes numbers.
struct Numbers: Sendable {
  private let point: String
  private let group: String

  init(_ language: ReportLanguage) {
    (point, group) =
      switch language {
      case .en: (".", ",")
      case .de: (",", ".")
      case .fr: (",", "\u{202F}")
      }
  }

  /// A whole number with its thousands apart.
  func whole(_ count: Int) -> String {
    var digits = String(count.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return (count < 0 ? "\u{2212}" : "") + ([digits] + groups).joined(separator: group)
  }

  /// A number with so many decimals.
  func decimal(_ number: Double, _ places: Int = 2) -> String {
    guard number.isFinite else { return "\u{221E}" }
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let units = Int((number.magnitude * Double(scale)).rounded())
    let fraction = String(units % scale)
    let zeros = String(repeating: "0", count: places - fraction.count)
    let sign = number < 0 && units > 0 ? "\u{2212}" : ""
    return sign + whole(units / scale) + (places == 0 ? "" : point + zeros + fraction)
  }

  /// A share in per cent: one decimal, two below one per cent, and as many as it takes not to call
  /// a small share none.
  func percent(_ share: Double) -> String {
    var places = share > 0 && share < 0.01 ? 2 : 1
    var least = 0.0001
    while share > 0, share < least, places < 9 {
      places += 1
      least /= 10
    }
    return decimal(share * 100, places) + "\u{202F}%"
  }

  /// A share or a dash where nothing could be counted.
  func percent(_ share: Double?) -> String {
    share.map { percent($0) } ?? "\u{2013}"
  }

  /// k of n, and the share.
  func share(_ rate: Rate) -> String { percent(rate.value) }

  /// From the lower to the upper bound.
  func interval(_ low: Double, _ high: Double) -> String {
    percent(low) + " \u{2013} " + percent(high)
  }
}
