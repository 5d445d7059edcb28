/// The languages in which a review can be written.
public enum ReportLanguage: String, Sendable, CaseIterable {
  /// English.
  case en
  /// German.
  case de
  /// French.
  case fr
}
