/// One thing to tell the user about their input, packs, policy or arguments.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How much a diagnostic matters.
  public enum Severity: String, Sendable, CaseIterable {
    /// Something could not be done.
    case error
    /// Something was done, but not as the user may expect.
    case warning
    /// Something worth knowing.
    case note
  }

  /// A line of the user's own file with a marked range, shown under the message.
  public struct Excerpt: Hashable, Sendable {
    /// The whole line, without its line break.
    public var line: String
    /// Where the mark starts, in Unicode scalars from zero.
    public var start: Int
    /// How many scalars are marked; at least one caret is drawn.
    public var length: Int

    /// Quotes one line and marks `length` scalars from `start`.
    public init(line: String, start: Int, length: Int) {
      self.line = line
      self.start = start
      self.length = length
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable code, never reused: `F` formats, `R` rules, `S` scan, `P` policy, `O` output.
  public var code: String
  /// Lower-case, no trailing full stop, never a stranger's words.
  public var message: String
  /// Where it points, if anywhere.
  public var location: SourceLocation?
  /// The line of the user's file, only ever of files that its author wrote (packs, policies).
  public var excerpt: Excerpt?
  /// The next step.
  public var help: String?
  /// What may safely take the place of the text that the excerpt marks.
  public var fix: String?

  /// Describes one thing to tell the user.
  public init(
    _ severity: Severity, _ code: String, _ message: String, at location: SourceLocation? = nil,
    excerpt: Excerpt? = nil, help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.excerpt = excerpt
    self.help = help
  }
}

/// Several diagnostics thrown together, so that every mistake of a file is told at once.
public struct DiagnosticList: Error, Sendable {
  /// The diagnostics, in the order of their places.
  public var diagnostics: [Diagnostic]

  /// Gathers diagnostics to throw.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
