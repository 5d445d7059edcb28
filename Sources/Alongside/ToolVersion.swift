/// The program's version, by semantic versioning of its commands, report formats and pack syntax.
public enum ToolVersion {
  /// The version of this build.
  public static let current = "0.1.0"
}
