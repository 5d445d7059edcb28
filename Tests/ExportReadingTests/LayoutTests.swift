import Digests
import ExportReading
import Testing

@Suite("Layouts of exports")
struct LayoutTests {
  struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let records: [String]

    init(_ name: String, _ text: String, _ records: [String]) {
      testDescription = name
      self.text = text
      self.records = records
    }
  }

  static let one = #"{"a":1}"#
  static let two = #"{"b":"}]\"{\\"}"#
  static let three = #"{"c":[{},[]]}"#
  static let pretty = "{\n  \"a\": 1,\n  \"b\": [\n    2\n  ]\n}"

  static let layouts: [Layout] = [
    Layout("lines", "\(one)\n\(two)\n\(three)\n", [one, two, three]),
    Layout("lines without a last line break", "\(one)\n\(two)", [one, two]),
    Layout("lines that end in CRLF", "\(one)\r\n\(two)\r\n", [one, two]),
    Layout("lines after a byte order mark", "\u{FEFF}\(one)\n\(two)\n", [one, two]),
    Layout("lines after blank lines", "\n \n\(one)\n\(two)\n", [one, two]),
    Layout("keep-alives between lines", "\(one)\r\n\r\n\r\n\(two)\r\n\r\n", [one, two]),
    Layout("a line that is no object", "\(one)\nzorgle\n[1]\n", [one, "zorgle", "[1]"]),
    Layout("a line that is cut", "\(one)\n{\"b\":\n\(three)\n", [one, "{\"b\":", three]),
    Layout("a last line that is cut", "\(one)\n{\"b\":[", [one, "{\"b\":["]),
    Layout("one object", one, [one]),
    Layout("one object that is cut", #"{"a":"#, [#"{"a":"#]),
    Layout("one pretty object", pretty, [pretty]),
    Layout("one pretty object that is cut", "{\n\"a\": [1,\n", ["<cutShort>"]),
    Layout(
      "pretty objects back to back", "\(pretty)\n\(pretty)\(pretty)", [pretty, pretty, pretty]),
    Layout("objects without anything between", "\(one)\(two)\(three)\n", [one, two, three]),
    Layout("objects with commas between", "\(one),\n\(two),\n\(three)", [one, two, three]),
    Layout("an array", "[\(one),\(two), \(three)]", [one, two, three]),
    Layout("an array over lines", "[\n\(one),\n\(pretty)\n]\n", [one, pretty]),
    Layout("an array after a byte order mark", "\u{FEFF}[\(one)]", [one]),
    Layout("several arrays", "[\(one)]\n[\(two),\(three)][]\n[]", [one, two, three]),
    Layout(
      "arrays in an array", "[[\(one),\(two)],[\(three)]]", ["[\(one),\(two)]", "[\(three)]"]),
    Layout(
      "scalars in an array", #"[1, "a]", null,true,-2.5e3]"#,
      ["1", #""a]""#, "null", "true", "-2.5e3"]),
    Layout("a scalar", "17", ["17"]),
    Layout("a string", #""text, \"]""#, [#""text, \"]""#]),
    Layout("an array that is not closed", "[\(one),\(two)", [one, two, "<unclosedArray>"]),
    Layout("an array cut after a comma", "[\(one),", [one, "<unclosedArray>"]),
    Layout("an array cut within an element", "[\(one),{\"b\"", [one, "<cutShort>"]),
    Layout("an array cut within a scalar", "[1,2", ["1", "2", "<unclosedArray>"]),
    Layout("a bracket too many", "[\(one)]]", [one, "]"]),
    Layout("a brace too many", "[\(one)}]", [one, "}"]),
    Layout("a guard against scripts", "for (;;);\(one)", [one]),
    Layout("another guard", "while(1);[\(one),\(two)]", [one, two]),
    Layout("a guard on a line of its own", ")]}'\n\(pretty)", [pretty]),
    Layout("a guard after a byte order mark", "\u{FEFF}for (;;);\(one)", [one]),
    Layout("a closing semicolon", "[\(one)];\n", [one]),
    Layout("nothing", "", []),
    Layout("blanks", " \n\r\n\t ", []),
    Layout("a byte order mark", "\u{FEFF}", []),
    Layout("an empty array", " [ ] ", []),
    Layout("an array that only opens", "[", ["<unclosedArray>"]),
  ]

  @Test("are cut into their records", arguments: layouts)
  func records(_ layout: Layout) throws {
    #expect(try Exports.records(of: layout.text) == layout.records)
  }

  @Test("are cut alike whatever is read at a time", arguments: layouts)
  func pieces(_ layout: Layout) throws {
    for chunkSize in 1...layout.text.utf8.count + 1 {
      let records = try Exports.records(of: layout.text, chunkSize: chunkSize)
      #expect(records == layout.records, "\(chunkSize) bytes at a time")
    }
  }

  @Test("count the bytes read, digest them, and place chunks in them")
  func accounts() throws {
    let text = "\u{FEFF}" + String(repeating: Self.one + "\n", count: 100)
    try Exports.withFile(Array(text.utf8)) { path in
      let reader = try ChunkReader(path: path, isHashed: true, chunkSize: 33)
      var chunk = Chunk()
      var next = 3
      var sequence = 0
      while try reader.fill(&chunk) {
        #expect(chunk.offset == next)
        #expect(chunk.sequence == sequence)
        next += chunk.count
        sequence += 1
      }
      #expect(next == text.utf8.count)
      #expect(reader.bytesRead == text.utf8.count)
      #expect(reader.digest == SHA256Hasher.digest(of: Array(text.utf8)))
      #expect(try !reader.fill(&chunk))
    }
  }
}
