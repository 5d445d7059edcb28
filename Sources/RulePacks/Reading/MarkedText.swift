/// Takes the « » marks out of an example.
enum MarkedText {
  /// Why marks cannot be read: the byte of the marked text, and what is wrong there.
  struct Fault: Error {
    var offset: Int
    var message: String
  }

  /// The text without its marks, and the bytes of it that they pinned.
  ///
  /// The first « opens and the last » closes, so that a pinned text may itself hold quotation marks.
  static func read(_ marked: String) throws(Fault) -> (text: String, span: Range<Int>?) {
    guard let open = marked.firstIndex(of: "«") else {
      if let stray = marked.firstIndex(of: "»") {
        throw Fault(offset: offset(of: stray, in: marked), message: "a » without its «")
      }
      return (marked, nil)
    }
    guard let close = marked.lastIndex(of: "»"), close > open else {
      throw Fault(offset: offset(of: open, in: marked), message: "a « without its »")
    }
    let before = marked[..<open]
    let inside = marked[marked.index(after: open)..<close]
    let start = before.utf8.count
    guard !inside.isEmpty else {
      throw Fault(offset: start, message: "the marks « » pin nothing")
    }
    let text = before + inside + marked[marked.index(after: close)...]
    return (String(text), start..<start + inside.utf8.count)
  }

  /// The byte of the marked text at which a byte of the bare text stands.
  static func offset(ofBare offset: Int, in example: RuleExample) -> Int {
    guard let span = example.span else { return offset }
    let mark = "«".utf8.count
    return offset + (offset >= span.lowerBound ? mark : 0) + (offset >= span.upperBound ? mark : 0)
  }

  private static func offset(of index: String.Index, in text: String) -> Int {
    text.utf8.distance(from: text.startIndex, to: index)
  }
}
