package import ExportReading
package import TimelineModel

extension LanguageCode {
  /// Reads a language tag of an export; unknown when there is none.
  package init(_ tag: JSONString?) {
    guard let tag, tag.count <= 35 else {
      self = .unknown
      return
    }
    self = tag.withBytes { LanguageCode(utf8: $0) }
  }
}
