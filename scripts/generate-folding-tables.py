#!/usr/bin/env python3
"""Generates Sources/CTextFolding/FoldingTables.c from Unicode's own data files.

usage: generate-folding-tables.py UNICODE_DIRECTORY > Sources/CTextFolding/FoldingTables.c

UNICODE_DIRECTORY holds UnicodeData.txt, Scripts.txt (Debian: package unicode-data) and confusables.txt
(https://www.unicode.org/Public/security/<version>/confusables.txt), there or in security/, all of one
version. docs/folding.md says what the kinds mean.
"""
import pathlib
import re
import sys

INERT, MARK, JOINER, ASCII, STRING, TYPOGRAPHIC, LETTER, REGIONAL = range(8)
# Flags of a letter.
WHOLE, STYLED = 1, 2
BLOCK = 128
LONGEST_STRING = 12

# Letters of other scripts that stand for a Latin letter in stylised text; TR39 lists only look-alikes
# that a reader cannot tell apart. Used only in words that mix scripts.
STYLISED = {
    "a": "αλάΛΔ卂ค", "b": "βвьъЬЪ乃๒", "c": "匚", "d": "δ刀๔", "e": "εєэЄЭΣξΞ乇", "f": "ғҒ千",
    "g": "ﻮ", "h": "нђћΗ卄", "i": "ιїΪ丨เ", "j": "ﾌן", "k": "кκќҝқҡӄҚҜҠӃ", "l": "ㄥ",
    "m": "м爪๓", "n": "ηπпийИЙПΠ几ภ", "o": "σθөθΘӨФΦфφΩ口ㄖ๏", "p": "卩ק", "r": "гяЯѓ尺",
    "s": "ς丂ร", "t": "τтΤ丅ㄒ", "u": "υμцЦㄩย", "v": "ν", "w": "ωшщШЩψΨ山ש", "x": "χжӽҳҲӼЖ乂א",
    "y": "γчўЎυ丫ㄚץ", "z": "ζ乙չ",
}
# Signs that stand for a letter between two letters (f€ck), beyond those TR39 lists.
SIGNS = {"€": "e", "£": "e", "©": "c", "®": "r", "¥": "y", "¢": "c", "₦": "n", "₩": "w", "₳": "a", "฿": "b", "₵": "c",
         "₣": "f", "₲": "g", "₭": "k", "₥": "m", "₱": "p", "₴": "s", "₮": "t", "†": "t", "¡": "i",
         "∂": "d", "∑": "e", "√": "v",  "∀": "a", "∃": "e", "∆": "a", "∏": "n"}
# Punctuation whose plain form TR39 does not give, or gives as a look-alike of its ink.
PUNCTUATION = {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‹": "'", "›": "'",
               "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "‵": "'", "″": '"', "´": "'",
               "—": "-", "―": "-", "−": "-", "…": "...", "·": ".", "•": "*", "∙": ".", "⋅": ".",
               "‧": ".", "・": ".", "●": "*", "¦": "|", "｡": ".", "。": ".", "💲": "$"}
# Letters of living alphabets that neither a decomposition nor their name leads to ASCII.
LATIN = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ð": "d", "Ð": "d",
         "þ": "th", "Þ": "th", "ı": "i", "ȷ": "j", "ŋ": "n", "Ŋ": "n", "ĸ": "k", "ə": "e",
         "Ə": "e", "ǝ": "e", "Ǝ": "e", "ɛ": "e", "Ɛ": "e", "ɑ": "a", "Ɑ": "a", "ɐ": "a", "ɔ": "c",
         "ʌ": "v", "ɯ": "w", "ʍ": "m", "ʃ": "s", "ʒ": "z", "ɩ": "i", "ʊ": "u", "ɸ": "o", "ɤ": "y"}
# Words in a box (OK, SOS, COOL …) and marks of trade are signs, not letters.
KEEP = [range(0x1F18F, 0x1F1AE), [0x2120, 0x2122, 0x2121, 0x213B], range(0xBC, 0xBF),
        range(0x2150, 0x2160), [0x2189], range(0x0660, 0x066A), range(0x06F0, 0x06FA)]
WHOLE_WORD_SCRIPTS = {"Cyrillic", "Greek", "Armenian", "Cherokee", "Canadian_Aboriginal", "Coptic",
                      "Lisu", "Deseret", "Osage", "Old_Italic", "Lycian", "Carian"}
SCRIPTS = ["Latin", "Cyrillic", "Greek", "Armenian", "Cherokee", "Canadian_Aboriginal", "Coptic",
           "Lisu", "Hebrew", "Arabic", "Han", "Kana", "Bopomofo", "Hangul", "Thai", "Georgian",
           "Sign", "Other"]
STRIPPED_MARKS = {"Inherited", "Arabic", "Hebrew", "Syriac", "Cyrillic", "Latin", "Greek", "Common"}


class Unicode:
  """What Unicode's files say."""

  def __init__(self, directory):
    self.name, self.category, self.decomposition, self.lower = {}, {}, {}, {}
    self.compatible = set()
    first = None
    for line in open(directory / "UnicodeData.txt", encoding="utf-8"):
      fields = line.rstrip("\n").split(";")
      code = int(fields[0], 16)
      last = code
      if fields[1].endswith(", First>"):
        first = code
        continue
      if fields[1].endswith(", Last>"):
        code = first
      for each in range(code, last + 1):
        self.name[each], self.category[each] = fields[1], fields[2]
      if fields[5]:
        if fields[5].startswith("<"):
          self.compatible.add(code)
        self.decomposition[code] = [int(x, 16) for x in fields[5].split() if x[0] != "<"]
      if fields[13]:
        self.lower[code] = int(fields[13], 16)
    self.script = {}
    for line in open(directory / "Scripts.txt", encoding="utf-8"):
      found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
      if found:
        for each in range(int(found[1], 16), int(found[2] or found[1], 16) + 1):
          self.script[each] = found[3]
    path = directory / "confusables.txt"
    if not path.exists():
      path = directory / "security" / "confusables.txt"
    self.prototype = {}
    for line in open(path, encoding="utf-8-sig"):
      if line.startswith("# Version:"):
        self.version = line.split(":")[1].strip()
      fields = line.split("#")[0].split(";")
      if len(fields) == 3:
        self.prototype[int(fields[0], 16)] = [int(x, 16) for x in fields[1].split()]
    scripts_version = open(directory / "Scripts.txt", encoding="utf-8").readline()
    if self.version not in scripts_version:
      sys.exit(f"confusables.txt is {self.version}, Scripts.txt is {scripts_version.strip('# ')}")

  def decomposed(self, code):
    """The full compatibility decomposition, marks left out."""
    if code not in self.decomposition:
      return [] if self.category.get(code) in ("Mn", "Me") else [code]
    return [x for part in self.decomposition[code] for x in self.decomposed(part)]

  def script_of(self, code):
    script = self.script.get(code, "Unknown")
    if script in ("Hiragana", "Katakana") or 0x3099 <= code <= 0x309C or code in (0x30FC, 0xFF70):
      return "Kana"
    return script if script in SCRIPTS else "Other"


def lowered(unicode, text):
  return [unicode.lower.get(code, code) for code in text]


def ascii_text(codes):
  """The codes as an ASCII string, or None."""
  return "".join(map(chr, codes)) if codes and all(c < 128 for c in codes) else None


def latin_by_name(unicode, code):
  """A letter whose name says which Latin letter it is a form of."""
  name = unicode.name.get(code, "")
  found = re.fullmatch(
      r"(?:LATIN|NEGATIVE SQUARED LATIN|NEGATIVE CIRCLED LATIN|PARENTHESIZED LATIN|TORTOISE SHELL"
      r" BRACKETED LATIN|CROSSED NEGATIVE SQUARED LATIN|SQUARED LATIN|CIRCLED LATIN|CIRCLED ITALIC"
      r" LATIN|MODIFIER) (?:SMALL |CAPITAL )?(?:LETTER )?(?:SMALL |CAPITAL )?(?:SMALL CAPITAL |"
      r"TURNED |REVERSED |SIDEWAYS |DOTLESS |SCRIPT |INSULAR |BARRED |LONG |BLACKLETTER |INVERTED )*"
      r"([A-Z])(?: WITH .*| ROTUNDA| TAIL| DIGRAPH)?", name)
  return found[1].lower() if found else None


def latin_look_alike(unicode, code):
  """The Latin letter TR39 takes this one for, and whether no reader could tell them apart."""
  target = unicode.prototype.get(code)
  if not target:
    return None, False
  target = [x for part in target for x in unicode.decomposed(part)]
  text = ascii_text(target)
  exact = text is not None
  if text is None:
    names = [chr(c) if c < 128 else LATIN.get(chr(c)) or latin_by_name(unicode, c) for c in target]
    text = "".join(names) if all(names) else None
  text = {"rn": "m"}.get(text, text)
  if text is None or not re.fullmatch("[A-Za-z]", text):
    return None, False
  if text == "l" and unicode.category[code] == "Lu":
    text = "i"
  return text.lower(), exact


class Tables:
  """The entries, strings and letters; equal strings and letters are stored once."""

  def __init__(self, unicode):
    self.unicode = unicode
    self.strings, self.letters = {}, {}
    stylised = {c: latin for latin, letters in STYLISED.items() for c in letters}
    self.stylised = stylised
    self.entries = [self.entry(code) for code in range(0x110000)]
    for code, entry in enumerate(self.entries):
      if entry >> 12 in (STRING, TYPOGRAPHIC):
        text = list(self.strings)[entry & 0xFFF]
        assert len(text) <= 4 * len(chr(code).encode()), "the reader makes room for four times"

  def string(self, kind, text):
    if kind == STRING and len(text) == 1 and ord(text) < 128:
      return ASCII << 12 | ord(text)
    encoded = text.encode()
    assert len(encoded) <= LONGEST_STRING
    return kind << 12 | self.strings.setdefault(encoded, len(self.strings))

  def letter(self, code, latin, whole):
    script = self.unicode.script_of(code)
    if self.unicode.category[code][0] in "SP":
      script = "Sign"
    lower = self.unicode.lower.get(code, 0)
    whole = WHOLE if whole and self.unicode.script.get(code) in WHOLE_WORD_SCRIPTS else 0
    latin = ord(latin) if latin else 0
    if lower:
      # A capital can stand for whatever its small letter can: case is lost in a reading.
      entry = self.entry(lower)
      if entry >> 12 != LETTER:
        return entry
      _, small_latin, _, small_flags = list(self.letters)[entry & 0xFFF]
      latin, whole = latin or small_latin, whole | small_flags
    return self.record(lower, latin, SCRIPTS.index(script), whole)

  def record(self, *fields):
    return LETTER << 12 | self.letters.setdefault(fields, len(self.letters))

  def styled(self, text):
    """The entry of a scalar that is another way to write `text`."""
    entry = self.entry(ord(text[0]))
    if len(text) == 1 and entry >> 12 == LETTER:
      _, latin, script, flags = list(self.letters)[entry & 0xFFF]
      return self.record(ord(text), latin, script, flags | STYLED)
    if self.unicode.category.get(ord(text[0]), "Cn")[0] not in "LN":
      return self.string(TYPOGRAPHIC, text)
    mixed = any(ord(c) < 128 for c in text) and any(ord(c) >= 128 for c in text)
    return INERT if mixed else self.string(STRING, text)

  def entry(self, code):
    unicode, char = self.unicode, chr(code)
    category = unicode.category.get(code)
    name = unicode.name.get(code, "")
    if code < 0x80 or any(code in each for each in KEEP):
      return INERT
    if code in (0x200C, 0x200D, 0x20E3) or 0xFE00 <= code <= 0xFE0F or 0xE0020 <= code <= 0xE01EF:
      return JOINER << 12
    if 0x80 <= code <= 0x9F:
      return MARK << 12
    if code in (0x34F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x2065) \
        or 0x180B <= code <= 0x180F or 0xFFF0 <= code <= 0xFFF8 or 0xE0000 <= code <= 0xE0FFF:
      return MARK << 12
    if category is None or category in ("Co", "Cs"):
      return INERT
    if category == "Cf":
      prepended = 0x600 <= code <= 0x605 or code in (0x6DD, 0x70F, 0x8E2, 0x890, 0x891)
      return INERT if prepended or 0x110BD <= code <= 0x110CD or 0x13430 <= code < 0x13440 \
          else MARK << 12
    if category in ("Mn", "Me") and unicode.script.get(code) in STRIPPED_MARKS \
        and not 0x3099 <= code <= 0x309A:
      return MARK << 12
    if code == 0x640:
      return MARK << 12
    if name.startswith("REGIONAL INDICATOR"):
      return REGIONAL << 12 | ord(name[-1].lower())
    if category in ("Zs", "Zl", "Zp"):
      return self.string(TYPOGRAPHIC, " ")
    if char in PUNCTUATION:
      return self.string(TYPOGRAPHIC, PUNCTUATION[char])
    if char in LATIN:
      return self.string(STRING, LATIN[char])
    if char in SIGNS:
      return self.letter(code, SIGNS[char], False)
    if code == 0x1F18E:
      return self.string(STRING, "ab")
    return self.mapped(code)

  def mapped(self, code):
    unicode, category = self.unicode, self.unicode.category[code]
    latin = latin_by_name(unicode, code)
    if latin and unicode.script.get(code) in ("Latin", "Common", "Inherited"):
      return self.string(STRING, latin)
    decomposed = lowered(unicode, unicode.decomposed(code))
    text = ascii_text(decomposed)
    if text and text.strip() and text != chr(code):
      kind = STRING if any(c.isalnum() for c in text) else TYPOGRAPHIC
      return self.string(kind, text)
    look_alike, exact = latin_look_alike(unicode, code)
    if unicode.script.get(code) == "Latin" and look_alike:
      return self.string(STRING, look_alike)
    if category in ("Nd",):
      return INERT
    if category[0] in "PS":
      target = ascii_text(unicode.prototype.get(code, []))
      if target and len(target) <= 3 and not any(c.isalnum() for c in target):
        return self.string(TYPOGRAPHIC, target)
      if look_alike and category == "Sm":
        return self.letter(code, look_alike, False)
    if code in unicode.compatible and decomposed and category[0] in "LNSP" \
        and unicode.script.get(code) != "Hangul":
      parts = [self.folded(x) for x in decomposed]
      text = "".join(parts)
      if text.strip() and text != chr(code) and len(text.encode()) <= LONGEST_STRING \
          and not 0xFDF0 <= code <= 0xFDFF:
        return self.styled(text)
    if category[0] not in "LM":
      return INERT
    if unicode.script.get(code) == "Latin":
      return self.letter(code, None, False)
    if not look_alike and chr(code) in self.stylised:
      return self.letter(code, self.stylised[chr(code)], False)
    return self.letter(code, look_alike, bool(look_alike and exact))

  def folded(self, code):
    """What a scalar of a decomposition becomes."""
    if code < 0x80:
      return chr(self.unicode.lower.get(code, code))
    entry = self.entry(code)
    kind, payload = entry >> 12, entry & 0xFFF
    if kind == ASCII:
      return chr(payload)
    if kind in (STRING, TYPOGRAPHIC):
      return list(self.strings)[payload].decode()
    if kind in (MARK, JOINER):
      return ""
    return chr(self.unicode.lower.get(code, code))


def rows(values, per_row, form="{}"):
  values = list(values)
  for start in range(0, len(values), per_row):
    yield "  " + ",".join(form.format(v) for v in values[start:start + per_row]) + ","


def emit(tables, version):
  blocks, index = {}, []
  for start in range(0, 0x110000, BLOCK):
    block = tuple(tables.entries[start:start + BLOCK])
    index.append(blocks.setdefault(block, len(blocks)))
  assert len(blocks) <= 256 and len(tables.strings) < 4096 and len(tables.letters) < 4096
  out = [
      f"// What folding does with every Unicode scalar. Unicode {version}: UnicodeData.txt, Scripts.txt,",
      f"// and confusables.txt of Unicode Technical Standard 39, version {version}.",
      "// Unicode data files are copyright Unicode, Inc., under https://www.unicode.org/license.txt.",
      "// Generated by scripts/generate-folding-tables.py; edit that, not this.",
      '#include "CTextFolding.h"', "",
      f"const uint8_t alongside_fold_blocks[{len(index)}] = {{", *rows(index, 32), "};",
      f"const uint16_t alongside_fold_entries[{len(blocks) * BLOCK}] = {{",
      *rows((e for block in blocks for e in block), 16), "};",
      f"const struct alongside_letter alongside_fold_letters[{len(tables.letters)}] = {{",
      *rows(("{%d,%d,%d,%d}" % r for r in tables.letters), 6), "};"]
  offset, offsets = 0, []
  for text in tables.strings:
    offsets.append(offset)
    offset += len(text)
  offsets.append(offset)
  out += [f"const uint16_t alongside_fold_string_offsets[{len(offsets)}] = {{", *rows(offsets, 16),
          "};", f"const uint8_t alongside_fold_string_bytes[{offset}] = {{",
          *rows((b for text in tables.strings for b in text), 24), "};"]
  return "\n".join(out)


if __name__ == "__main__":
  if len(sys.argv) != 2:
    sys.exit(__doc__)
  data = Unicode(pathlib.Path(sys.argv[1]))
  print(emit(Tables(data), data.version))
