/// Counts the words between two places of a text.
struct WordDistance {
  /// The byte at which each word starts.
  private var starts: [Int] = []

  /// Finds the words of valid UTF-8: runs of letters and digits, apostrophes within included.
  init(_ text: some StringProtocol) {
    var isInWord = false
    var offset = 0
    var isAfterApostrophe = false
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      let isLetter =
        properties.isAlphabetic || properties.numericType != nil || scalar == "_"
        || properties.generalCategory == .nonspacingMark
      if isLetter {
        if !isInWord, !isAfterApostrophe { starts.append(offset) }
        isInWord = true
        isAfterApostrophe = false
      } else {
        isAfterApostrophe = isInWord && (scalar == "'" || scalar == "\u{2019}")
        isInWord = false
      }
      offset += UTF8.width(scalar)
    }
  }

  /// How many words start after one range and before the other; 0 when they touch or overlap.
  func words(between left: Range<Int>, and right: Range<Int>) -> Int {
    let (first, second) = left.lowerBound <= right.lowerBound ? (left, right) : (right, left)
    guard first.upperBound < second.lowerBound else { return 0 }
    return index(of: second.lowerBound) - index(of: first.upperBound)
  }

  /// The number of words that start before a byte.
  private func index(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
