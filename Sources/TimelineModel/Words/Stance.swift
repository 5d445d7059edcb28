/// What an author does with the words they use.
public enum Stance: String, Sendable, CaseIterable, Codable {
  /// Says it and means it.
  case endorse
  /// Reports that somebody said it, as news does.
  case report
  /// Explains it.
  case educate
  /// Speaks against it.
  case counter
  /// Uses a word of one's own group for oneself.
  case reclaim
}
