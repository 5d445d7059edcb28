/// A share corrected for what a test misses and for what it hits wrongly.
///
/// W. J. Rogan and B. Gladen, "Estimating prevalence from the results of a screening test", American
/// Journal of Epidemiology 107 (1978): (apparent + Sp − 1) ÷ (Se + Sp − 1). The 95 % interval takes in
/// that Se and Sp were measured on samples: Z. Lang and J. Reiczigel, "Confidence limits for
/// prevalence of disease adjusted for estimated sensitivity and specificity", Preventive Veterinary
/// Medicine 113 (2014).
public struct RoganGladen: Hashable, Sendable {
  /// A share that was measured on a sample.
  public struct Measured: Hashable, Sendable {
    /// The share, in 0...1.
    public var share: Double
    /// The size of the sample.
    public var sample: Double

    /// A measured share.
    public init(_ share: Double, sample: Double) {
      self.share = share
      self.sample = sample
    }
  }

  /// The corrected share, in 0...1.
  public let share: Double
  /// Its 95 % interval, in 0...1.
  public let interval: ClosedRange<Double>

  /// Corrects an apparent proportion; nil when Se + Sp ≤ 1, as the test then tells nothing, and
  /// when there were no trials.
  public init?(apparent: Proportion, sensitivity: Measured, specificity: Measured) {
    guard apparent.trials > 0, sensitivity.share + specificity.share > 1 else { return nil }
    let youden = sensitivity.share + specificity.share - 1
    share = Self.clamp((apparent.share + specificity.share - 1) / youden)

    // Each share moves a little towards one half, as in Agresti and Coull's intervals.
    let z = NormalDistribution.z95
    let n = Double(apparent.trials)
    let p = (n * apparent.share + z * z / 2) / (n + z * z)
    let se = (sensitivity.sample * sensitivity.share + 1) / (sensitivity.sample + 2)
    let sp = (specificity.sample * specificity.share + 1) / (specificity.sample + 2)
    guard se + sp > 1 else { return nil }
    let moved = (p + sp - 1) / (se + sp - 1)
    let ofSe = se * (1 - se) / (sensitivity.sample + 2)
    let ofSp = sp * (1 - sp) / (specificity.sample + 2)
    let shift = 2 * z * z * (moved * ofSe - (1 - moved) * ofSp)
    let variance =
      p * (1 - p) / (n + z * z) + moved * moved * ofSe + (1 - moved) * (1 - moved) * ofSp
    let margin = z / (se + sp - 1) * variance.squareRoot()
    let low = Self.clamp(moved + shift - margin)
    interval = low...max(low, Self.clamp(moved + shift + margin))
  }

  private static func clamp(_ share: Double) -> Double { min(1, max(0, share)) }
}
