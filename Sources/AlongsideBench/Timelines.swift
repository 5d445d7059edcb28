import Foundation

/// Writes timelines of made-up posts.
enum Timelines {
  /// Canonical posts of about 230 bytes, or more where their text is longer.
  static func writeCanonical(_ count: Int, textLength: Int = 60, to path: String) throws {
    var texts = PostTexts(seed: 2)
    try write(count, to: path) { number in
      let text = quoted(texts.next(length: textLength))
      return
        #"{"v":1,"platform":"x","id":"\#(1_000_000 + number)","author":{"id":"\#(texts.below(5_000))","#
        + #""handle":"someone"},"lang":"\#(number % 7 == 0 ? "de" : "en")","text":\#(text)}"#
    }
  }

  /// Tweets of X's API v1.1 of about 3.5 kB, a quarter of them reposts.
  static func writeTweets(_ count: Int, to path: String, own: Bool = false) throws {
    var texts = PostTexts(seed: 3)
    try write(count, to: path) { number in
      let isOwn = own && number % 50 == 0
      let inner = tweet(number, &texts, padding: 1_900)
      guard number % 4 == 0 else {
        return "{" + tweet(number, &texts, padding: 3_000, own: isOwn) + "}"
      }
      return "{" + tweet(number, &texts, padding: 400, own: isOwn) + #","retweeted_status":{"#
        + inner + "}}"
    }
  }

  /// The members of a tweet; `padding` bytes are of the kind that no rule reads.
  private static func tweet(
    _ number: Int, _ texts: inout PostTexts, padding: Int, own: Bool = false
  ) -> String {
    let id = 1_500_000_000_000_000_000 + number
    let author = own ? 42 : 1_000 + texts.below(50_000)
    let text = quoted(texts.next(length: 110))
    let filler = (0..<padding / 60).map { index in
      #""profile_setting_\#(index)":"https:\/\/pbs.example\/img\/\#(texts.below(999_999_999)).png","#
    }.joined()
    return
      #""created_at":"Fri May 17 22:02:04 +0000 2019","id":\#(id),"id_str":"\#(id)","text":\#(text),"#
      + #""truncated":false,"entities":{"hashtags":[],"symbols":[],"user_mentions":[],"urls":["#
      + #"{"url":"https://t.co/abc","expanded_url":"https://example.org/p/\#(number)","indices":[3,9]}]},"#
      + #""source":"web","in_reply_to_status_id_str":null,"in_reply_to_user_id_str":null,"#
      + #""in_reply_to_screen_name":null,"user":{"id":\#(author),"id_str":"\#(author)","#
      + #""name":"Some Body \#(texts.below(999))","screen_name":"somebody\#(author)",\#(filler)"#
      + #""verified":false},"geo":null,"is_quote_status":false,"retweet_count":3,"favorite_count":5,"#
      + #""favorited":false,"retweeted":false,"possibly_sensitive":false,"lang":"en""#
  }

  private static func write(
    _ count: Int, to path: String, _ line: (Int) -> String
  ) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    defer { try? file.close() }
    var buffer = Data()
    for number in 0..<count {
      buffer.append(contentsOf: line(number).utf8)
      buffer.append(0x0A)
      if buffer.count > 1 << 20 || number == count - 1 {
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
  }

  /// A JSON string, as X writes it: everything beyond ASCII as escapes.
  private static func quoted(_ text: String) -> String {
    var json = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: json += "\\\""
      case 0x5C: json += "\\\\"
      case 0x20..<0x7F: json.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default:
        let digits = String(unit, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    }
    return json + "\""
  }
}
