import RulePacks
import Testing

@Suite("Pattern trees")
struct PatternTreeTests {
  @Test(
    "cut a pattern into the parts that a reader sees",
    arguments: [
      (#"\byou silly turnip"#, [[#"\b"#, "you", " ", "silly", " ", "turnip"]]),
      ("(?x) go \\s+ back # why\n to", [["(?x)", "go", "\\s+", "back", "to"]]),
      ("colou?r|[a-z]]+", [["colo", "u?", "r"], ["[a-z]", "]+"]]),
      (#"{{a.b}}{2,3}?\p{L}*+\x{1F600}"#, [["{{a.b}}{2,3}?", #"\p{L}*+"#, #"\x{1F600}"#]]),
      ("(?<=a)(?:b|c(?#d))*(?>e)f{,}", [["(?<=a)", "(?:b|c(?#d))*", "(?>e)", "f", "{", ",", "}"]]),
      (#"[^]a]\]|(?i:x|y)z"#, [["[^]a]", #"\]"#], ["(?i:x|y)", "z"]]),
    ])
  func parts(pattern: String, expected: [[String]]) {
    let tree = PatternTree(pattern)
    #expect(tree.branches.map { $0.map { tree.text($0.range) } } == expected)
  }
}
