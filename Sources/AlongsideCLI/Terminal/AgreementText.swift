import TimelineModel

extension CoderAgreement {
  /// The agreement in a line, such as `two coders agree on 7 of 8 (kappa 0.71, 0.22 to 1.00)`.
  var told: String {
    var text = "two coders agree on \(agreed.count) of \(agreed.trials)"
    guard let kappa else { return text }
    text += " (kappa \(Self.hundredths(kappa))"
    if let interval {
      text +=
        ", 95 % interval \(Self.hundredths(interval.low)) to \(Self.hundredths(interval.high))"
    }
    return text + ")"
  }

  private static func hundredths(_ number: Double) -> String {
    let units = Int((abs(number) * 100).rounded())
    let sign = number < 0 && units > 0 ? "-" : ""
    return "\(sign)\(units / 100).\(units % 100 < 10 ? "0" : "")\(units % 100)"
  }
}
