package import ExportReading

/// Tells an export's format by its first records.
package enum FormatDetection {
  /// What the first records tell.
  package enum Outcome {
    /// It is read as this format.
    case format(any TimelineFormat.Type)
    /// Nothing is in it.
    case empty
    /// The first record is no JSON, for simdjson's reason.
    case notJSON(String)
    /// JSON that could be of several formats.
    case ambiguous([String])
    /// A known export that is not read, and why.
    case refused(String)
    /// JSON of no known format.
    case unknown
  }

  /// Records looked at: a stream may open with many notices.
  private static let depth = 256

  /// Looks at the records of an input's first chunk.
  package static func detect(_ chunk: Chunk) -> Outcome {
    var parser = JSONParser()
    var firstError: String?
    var possible: [String] = []
    var refusal: String?
    var seen = 0
    var certain: (any TimelineFormat.Type)?
    chunk.forEachRecord { slice in
      guard seen < depth, certain == nil else { return }
      seen += 1
      guard slice.problem == nil else {
        firstError = firstError ?? "the first value is cut short"
        return
      }
      do throws(JSONError) {
        try parser.withValue(in: chunk.bytes, slice.range) { value throws(JSONError) in
          for candidate in FormatRegistry.candidates(for: value) {
            if candidate.recognition == .certain {
              certain = candidate.format
              return
            }
            if !possible.contains(candidate.format.id) { possible.append(candidate.format.id) }
          }
          refusal = refusal ?? KnownUnread.reason(for: value)
        }
      } catch {
        if case .malformed(let reason) = error { firstError = firstError ?? reason }
      }
    }
    if let certain { return .format(certain) }
    if possible.count == 1, let format = FormatRegistry.format(id: possible[0]) {
      return .format(format)
    }
    if let refusal { return .refused(refusal) }
    if !possible.isEmpty { return .ambiguous(possible) }
    let head = chunk.bytes.prefix(min(chunk.count, 256))
    if let reason = KnownUnread.reason(forPrefix: head) { return .refused(reason) }
    if let firstError { return .notJSON(firstError) }
    return seen == 0 ? .empty : .unknown
  }
}
