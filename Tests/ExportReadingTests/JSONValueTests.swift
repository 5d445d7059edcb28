import ExportReading
import Testing

@Suite("JSON values")
struct JSONValueTests {
  static let post = #"""
    {"id":"1","id":"2","n":null,"count":9007199254740993,"small":-3,"half":2.5,"whole":4.0,
     "digits":"184467440737","text":"caf\u00e9 \u0000 \ud83d\ude1c","yes":true,"no":false,
     "list":[1,"a",null,{"deep":[[]]},[]],"empty":{},"huge":18446744073709551615,"":"no name"}
    """#

  @Test("are found by key, the first of equals, nulls as if absent")
  func keys() throws {
    try withValue(of: Self.post) { post in
      #expect(post["id"]?.string?.kept == "1")
      #expect(post["n"] == nil && post.has("n"))
      #expect(post["gone"] == nil && !post.has("gone"))
      #expect(post["i"] == nil && post["idd"] == nil)
      #expect(post[""]?.string?.kept == "no name")
      #expect(post["empty"]?.isObject == true && post["empty"]?["id"] == nil)
      #expect(post["list"]?["deep"] == nil && post["text"]?["id"] == nil)
      #expect(post.members.map(\.key.kept).count == 15)
    }
  }

  @Test("are numbers where they are whole, even within strings")
  func numbers() throws {
    try withValue(of: Self.post) { post in
      #expect(post["count"]?.integer == 9_007_199_254_740_993)
      #expect(post["small"]?.integer == -3)
      #expect(post["half"]?.integer == nil)
      #expect(post["whole"]?.integer == 4)
      #expect(post["digits"]?.integer == 184_467_440_737)
      #expect(post["huge"]?.integer == nil)
      #expect(post["text"]?.integer == nil && post["yes"]?.integer == nil)
    }
  }

  @Test(
    "read digits of strings that fit",
    arguments: [
      ("0", 0), ("-1", -1), ("007", 7), ("9223372036854775807", .max),
      ("-9223372036854775807", -.max), ("9223372036854775808", nil), ("", nil), ("-", nil),
      ("+1", nil), ("1.0", nil), ("1e3", nil), (" 1", nil), ("12a", nil),
      ("99999999999999999999999", nil),
    ] as [(String, Int64?)])
  func digits(text: String, number: Int64?) throws {
    try withValue(of: "[\"\(text)\"]") { #expect($0.elements.first?.integer == number) }
  }

  @Test("are booleans only where they say so")
  func booleans() throws {
    try withValue(of: Self.post) { post in
      #expect(post["yes"]?.isTrue == true && post["yes"]?.bool == true)
      #expect(post["no"]?.isTrue == false && post["no"]?.bool == false)
      #expect(post["small"]?.isTrue == false && post["small"]?.bool == nil)
    }
  }

  @Test("are strings with their escapes resolved")
  func strings() throws {
    try withValue(of: Self.post) { post in
      let text = post["text"]?.string
      #expect(text?.kept == "café \0 😜")
      #expect(text?.count == 12)
      #expect(text.map { $0 == "caf" } == false)
      #expect(text?.hasPrefix("caf") == true && text?.hasPrefix("café \0 😜!") == false)
      #expect(text?.contains(0) == true && text?.contains("😜" as StaticString) == true)
      #expect(text?.contains("" as StaticString) == true)
      #expect(text?.contains("caffè" as StaticString) == false)
    }
  }

  @Test("compare with literals of every length, byte by byte")
  func literals() throws {
    let words: [StaticString] = [
      "", "a", "ab", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmno", "abcdefghijklmnop",
      "abcdefghijklmnopq",
    ]
    for word in words {
      try withValue(of: "[\"\(word)\"]") { value in
        for other in words {
          let string = value.elements.first?.string
          #expect(string.map { $0 == other } == ("\(word)" == "\(other)"))
          #expect(string?.hasPrefix(other) == "\(word)".hasPrefix("\(other)"))
        }
      }
    }
  }

  @Test("list their elements and members in order")
  func elements() throws {
    try withValue(of: Self.post) { post in
      let list = post["list"]
      #expect(
        list?.elements.map(\.kind) == [.unsigned, .string, .null, .object, .array]
          || list?.elements.map(\.kind) == [.signed, .string, .null, .object, .array])
      #expect(post.elements(of: "list").first?.integer == 1)
      #expect(post.elements(of: "gone").first == nil)
      #expect(post.elements(of: "id").first == nil)
      #expect(post.elements.first == nil)
      #expect(post.members.first?.key.kept == "id")
      #expect(list?.members.first == nil)
      let deep = post["list"]?.elements.first { $0.isObject }
      #expect(deep?["deep"]?.elements.first?.isArray == true)
    }
  }

  @Test("are found by a cursor in any order as by key", arguments: 0..<100)
  func cursor(seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    let keys: [StaticString] = ["a", "b", "c", "ab", "abc", "author", "created_at", "gone"]
    var members: [String] = []
    for _ in 0..<random.next(below: 8) {
      let key = keys[random.next(below: 7)]
      // The second of two equal keys is found by a cursor that stands between them.
      guard !members.contains(where: { $0.hasPrefix("\"\(key)\"") }) else { continue }
      members.append("\"\(key)\":" + random.value(depth: 2))
    }
    let order = (0..<20).map { _ in random.pick(keys) }
    try withValue(of: "{" + members.joined(separator: ",") + "}") { object in
      var cursor = MemberCursor(object)
      for key in order {
        let found = cursor.next(key)
        let expected = object[key]
        #expect(found?.kind == expected?.kind)
        #expect(found?.string?.kept == expected?.string?.kept)
      }
    }
  }

  @Test("have no members for a cursor when they are no objects")
  func strangeCursor() throws {
    try withValue(of: "[\"a\",1]") { value in
      var cursor = MemberCursor(value)
      #expect(cursor.next("a") == nil)
    }
  }

  @Test(
    "are refused with a reason when they are no JSON",
    arguments: [
      "", "{", "{\"a\"}", "[1,]", "nul", "\"a", "{\"a\":01}", "[1] 2", "\"\\x\"", "\"\n\"",
    ])
  func malformed(text: String) {
    #expect(throws: JSONError.self) { try withValue(of: text) { _ in } }
  }

  @Test("are refused when their bytes are no UTF-8")
  func noUTF8() {
    #expect(throws: JSONError.self) { try withValue(of: [0x22, 0xFF, 0x22]) { _ in } }
    // A surrogate, spelled as three bytes.
    #expect(throws: JSONError.self) {
      try withValue(of: [0x22, 0xED, 0xA0, 0x80, 0x22]) { _ in }
    }
  }

  @Test("are refused when they nest too deep")
  func deep() {
    let text = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(throws: JSONError.self) { try withValue(of: text) { _ in } }
  }
}
