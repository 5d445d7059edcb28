internal import Diagnostics
internal import PatternEngine

/// Finds the place in its author's file where PCRE2 stumbled over a pattern.
enum PatternFault {
  static func diagnostic(
    _ error: PatternError, in pattern: ExpandedPattern, _ text: PlacedText, _ source: PackSource,
    _ words: inout WordExpansion
  ) -> Diagnostic {
    // A word that does not compile by itself can upset the pattern far behind it.
    for reference in pattern.references {
      guard let (reason, file, place) = culprit(in: reference.key, &words) else { continue }
      return source.diagnostic(
        PackCode.badPattern,
        "PCRE2 refuses {{\(reference.key.pack).\(reference.key.word)}}: \(reason.message), "
          + "at \(file.location(place))",
        at: source.place(ofByte: reference.offset, in: reference.text), length: reference.length,
        help: "correct the word there")
    }
    let found = words.place(ofByte: error.characterOffset, in: pattern, source)
    let word = found?.word.map { ", in what {{\($0.pack).\($0.word)}} stands for" } ?? ""
    return source.diagnostic(
      PackCode.badPattern, "PCRE2 refuses the pattern: \(error.message)\(word)",
      at: found?.place ?? text.place, length: found?.length ?? 1,
      help: found?.word == nil
        ? "correct the pattern at the mark" : "correct the word, or how the pattern uses it")
  }

  /// The first item of a list, or of a list within it, that does not compile by itself.
  private static func culprit(
    in key: WordKey, _ words: inout WordExpansion
  ) -> (reason: PatternError, file: PackSource, place: TextPlace)? {
    guard let (items, source) = words.items(of: key) else { return nil }
    for item in items {
      do throws(PatternError) {
        _ = try Pattern(item.text)
      } catch {
        for reference in item.references {
          if let inner = culprit(in: reference.key, &words) { return inner }
        }
        guard let found = words.place(ofByte: error.characterOffset, in: item, source) else {
          return nil
        }
        return (error, source, found.place)
      }
    }
    return nil
  }
}

extension PatternError {
  /// The byte of the character at fault; PCRE2 mostly stops just behind it.
  fileprivate var characterOffset: Int {
    // 122: an unmatched closing parenthesis, at which it stops.
    code == 122 ? byteOffset : max(byteOffset - 1, 0)
  }
}
