/// Writes a page in one format.
package protocol PageWriter: SendableMetatype {
  /// The name of the format, as options call it.
  static var id: String { get }
  /// The whole page, ending in a line break.
  static func write(_ page: Page) -> String
}

/// Every page format.
package enum PageWriters {
  /// In the order of help texts.
  package static let all: [any PageWriter.Type] = [
    TerminalPage.self, MarkdownPage.self, HTMLPage.self, JSONPage.self,
  ]
}
