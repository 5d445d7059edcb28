import ExportReading
import Testing

@testable import TimelineFormats

@Suite("Plain text")
struct PlainTextTests {
  private static func plain(_ text: String, as form: TextForm) -> String {
    plain(Array(text.utf8), as: form)
  }

  private static func plain(_ bytes: [UInt8], as form: TextForm) -> String {
    var arena = Array("before\0".utf8)
    PlainText.append(bytes.span, as: form, to: &arena)
    #expect(arena.starts(with: "before\0".utf8))
    return String(decoding: arena.dropFirst(7), as: UTF8.self)
  }

  @Test(
    "of HTML is what a reader sees",
    arguments: [
      ("", ""),
      ("no markup at all", "no markup at all"),
      ("<p>one</p><p>two</p>", "one\ntwo"),
      ("<p>one<br>two<br/>three<BR />four</p>", "one\ntwo\nthree\nfour"),
      ("one<br><br><p></p>two", "one\ntwo"),
      ("<div>a</div><ul><li>b</li><li>c</li></ul>", "a\nb\nc"),
      ("<blockquote>said</blockquote>and", "said\nand"),
      ("#<span>lan</span><b>terns</b>", "#lanterns"),
      ("<span class=\"invisible\">https://</span>example.org", "https://example.org"),
      ("<a href=\"https://example.org/?a=1>2\" title='x>y'>here</a>", "here"),
      ("<a href=x\"y>here</a> <a \">there\"> ok</a>", "here there\"> ok"),
      ("1 < 2 > 0 <3 </3 <> < b>", "1 < 2 > 0 <3 </3 <> < b>"),
      ("a<!-- <b> > -->b<!doctype x>c<?php 1 ?>d", "abcd"),
      ("a<!-- never closed <b>b</b>", "a<!-- never closed <b>b</b>"),
      ("a <b never closed & &amp; <i>x</i>", "a x"),
      ("a<script>var x = '</p>' < 1;</script>b<style>p { }</STYLE >c", "abc"),
      ("a<script>never closed <p>b", "anever closed \nb"),
      ("<scripture>kept</scripture>", "kept"),
      ("<p", "<p"), ("<", "<"), ("</", "</"), ("<!", "<!"), ("<a href='", "<a href='"),
    ])
  func html(html: String, text: String) {
    #expect(Self.plain(html, as: .html) == text)
  }

  @Test(
    "resolves references once",
    arguments: [
      ("&amp;&lt;&gt;&quot;&apos;&#39;", "&<>\"''"),
      ("&amp;lt; &amp;amp;", "&lt; &amp;"),
      ("&eacute;&Eacute;&szlig;&hellip;&thetasym;&zwj;", "éÉß…ϑ\u{200D}"),
      ("&nbsp;|", "\u{A0}|"),
      ("&#128540;&#x1F61C;&#X1f61c;", "😜😜😜"),
      ("&#65 &#x41g &#65", "A Ag A"),
      ("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      (
        "& &; &# &#; &#x; &unknown; &ampersand &verylongnamethatisnone; R&D &amp",
        "& &; &# &#; &#x; &unknown; &ampersand &verylongnamethatisnone; R&D &amp"
      ),
      ("&AMP;&Lt;", "&AMP;&Lt;"),
      ("e&#x301;te&#x301;", "été"),
      ("&lt;p&gt;", "<p>"),
    ])
  func references(html: String, text: String) {
    #expect(Self.plain(html, as: .html) == text)
  }

  @Test(
    "of X's older fields resolves three escapes, once",
    arguments: [
      ("a &amp; b &lt;3 &gt;", "a & b <3 >"),
      ("&amp;lt; &amp;amp;amp;", "&lt; &amp;amp;"),
      ("&quot; &#39; &am &", "&quot; &#39; &am &"),
      ("<b>&amp;</b>", "<b>&</b>"),
      ("&&amp;&", "&&&"),
    ])
  func escaped(text: String, plain: String) {
    #expect(Self.plain(text, as: .escaped) == plain)
  }

  @Test(
    "is in NFC and holds no NUL, whatever its form", arguments: [TextForm.plain, .escaped, .html])
  func normalised(form: TextForm) {
    #expect(Self.plain("cafe\u{301} \u{212B}\u{2126}\u{212A} n\u{303}", as: form) == "café ÅΩK ñ")
    #expect(Self.plain("a\0b", as: form) == "a b")
    #expect(Self.plain("плохо 日本語 😜 ﬁ", as: form) == "плохо 日本語 😜 ﬁ")
    #expect(Array(Self.plain("e\u{301}", as: form).utf8) == [0xC3, 0xA9])
  }

  @Test("leads where links do, not where mentions and hashtags do")
  func links() {
    let html = """
      <a href="https://a.example/?x=1&amp;y=2" class="link" rel="nofollow noopener">a</a>
      <a class="u-url mention" href="https://b.example/@b">@b</a>
      <a href='https://c.example/tags/c' class='mention hashtag' rel='tag'>#c</a>
      <a rel="tag" href="https://d.example/tags/d">#d</a>
      <A HREF=https://e.example/e>e</A><a href = "https://f.example/">f</a>
      <a href="">g</a><a>h</a><abbr href="https://i.example">i</abbr><a name="x"/>
      <a data-href="https://j.example" href="https://k.example" href="https://l.example">k</a>
      <a class="mentioned" href="https://m.example">m</a><a href="https://n.example
      """
    var links: [String] = []
    HTMLLinks.forEach(in: Array(html.utf8).span) { address in
      var arena: [UInt8] = []
      PlainText.append(address, as: .html, to: &arena)
      links.append(String(decoding: arena, as: UTF8.self))
    }
    #expect(
      links == [
        "https://a.example/?x=1&y=2", "https://e.example/e", "https://f.example/",
        "https://k.example", "https://m.example",
      ])
  }

  @Test("of garbage is text, and a part of it", arguments: 0..<300)
  func garbage(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let parts = [
      "<", ">", "</", "<a ", "<p>", "<br", "href=", "\"", "'", "=", "&", "&amp;", "&#", "&#x", ";",
      "<!--", "-->", "<script>", "</script>", "zorgle", " ", "é", "\0", "/", "1f", "-",
      "class=mention",
    ]
    var html = ""
    for _ in 0..<40 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      html += parts[Int(state % UInt64(parts.count))]
    }
    for form in [TextForm.html, .escaped, .plain] {
      let text = Self.plain(html, as: form)
      #expect(text.utf8.count <= html.utf8.count + 3)
      #expect(!text.utf8.contains(0))
    }
    HTMLLinks.forEach(in: Array(html.utf8).span) { address in
      let isEmpty = address.isEmpty
      #expect(!isEmpty)
    }
  }

  @Test(
    "is read in one pass where markup never ends",
    arguments: ["<a \"", "<a href=\"", "<!--", "</a", "<script>", "<script></a", "&#", "&", "<!"])
  func endless(part: String) {
    let html = String(repeating: part, count: 400_000 / part.utf8.count)
    let text = Self.plain(html, as: .html)
    #expect(text.utf8.count <= html.utf8.count)
    HTMLLinks.forEach(in: Array(html.utf8).span) { _ in }
  }
}
