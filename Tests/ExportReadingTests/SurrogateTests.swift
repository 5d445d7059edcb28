import ExportReading
import Testing

@Suite("Surrogate escapes")
struct SurrogateTests {
  @Test(
    "that stand alone become U+FFFD, pairs stay",
    arguments: [
      (#"\ud83d\ude1c"#, "😜"),
      (#"\ud83d"#, "\u{FFFD}"),
      (#"\ude1c"#, "\u{FFFD}"),
      (#"\uD83D\uD83D\uDE1C"#, "\u{FFFD}😜"),
      (#"\ude1c\ud83d"#, "\u{FFFD}\u{FFFD}"),
      (#"\ud83d\u0041"#, "\u{FFFD}A"),
      (#"\ud83d\n"#, "\u{FFFD}\n"),
      (#"\ud83dx"#, "\u{FFFD}x"),
      (#"\\ud83d \ud83d"#, #"\ud83d"# + " \u{FFFD}"),
      (#"\\\ud83d"#, "\\\u{FFFD}"),
      (#"\udfff\udbff"#, "\u{FFFD}\u{FFFD}"),
      (#"\ud7ff\ue000"#, "\u{D7FF}\u{E000}"),
      (#"\u00e9\udc00é"#, "é\u{FFFD}é"),
    ])
  func alone(escaped: String, text: String) throws {
    try withValue(of: "\"\(escaped)\"") { #expect($0.string?.kept == text) }
    try withValue(of: "{\"\(escaped)\":[\"\(escaped)\"]}") { value in
      #expect(value.members.first?.key.kept == text)
      #expect(value.members.first?.value.elements.first?.string?.kept == text)
    }
  }

  @Test("of every kind, in every order, come out as text", arguments: 0..<200)
  func random(seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    let units = [
      #"\ud800"#, #"\udbff"#, #"\udc00"#, #"\udfff"#, #"\u0041"#, #"\\"#, "u", "d8", "😜",
    ]
    let escaped = (0..<1 + random.next(below: 8)).map { _ in random.pick(units) }.joined()
    try withValue(of: "[\"\(escaped)\"]") { value in
      let string = value.elements.first?.string
      let bytes = string?.withBytes { span in
        var bytes: [UInt8] = []
        for index in span.indices { bytes.append(span[index]) }
        return bytes
      }
      #expect(bytes.flatMap { String(validating: $0, as: UTF8.self) } != nil, "\(escaped)")
    }
  }

  @Test("that are cut are refused")
  func cut() {
    for text in [#""\ud8"#, #""\ud83d"#, #""\ud83d\"#, #""\ud83d\ude1"#, #""\ud83d\u00g0""#] {
      #expect(throws: JSONError.self) { try withValue(of: text) { _ in } }
    }
  }
}
