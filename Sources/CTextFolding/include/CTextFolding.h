// The two parts of folding that are data or vector code: Unicode tables and the scan for triggers.
#ifndef ALONGSIDE_CTEXTFOLDING_H
#define ALONGSIDE_CTEXTFOLDING_H

#include <stddef.h>
#include <stdint.h>

/// A letter of another script, or a sign that looks like a letter.
struct alongside_letter {
  uint32_t lower;  ///< Its lower case, or 0 when it is its own.
  uint8_t latin;   ///< The ASCII letter it looks like, or 0.
  uint8_t script;  ///< Index of its script in the generator's list.
  uint8_t flags;   ///< Of `alongside_letter_flags`.
};

enum alongside_letter_flags {
  alongside_letter_whole = 1,   ///< A whole word of such letters may be read as Latin.
  alongside_letter_styled = 2,  ///< `lower` is another character, not only another case.
};

extern const uint8_t alongside_fold_blocks[];
extern const uint16_t alongside_fold_entries[];
extern const struct alongside_letter alongside_fold_letters[];
extern const uint16_t alongside_fold_string_offsets[];
extern const uint8_t alongside_fold_string_bytes[];

/// What to do with a scalar below 0x110000: kind in the upper 4 bits, its payload in the lower 12.
static inline uint16_t alongside_fold_entry(uint32_t scalar) {
  return alongside_fold_entries[alongside_fold_blocks[scalar >> 7] << 7 | (scalar & 127)];
}

/// The letter a LETTER entry's payload names.
static inline struct alongside_letter alongside_fold_letter(uint16_t payload) {
  return alongside_fold_letters[payload];
}

/// The length of the string a payload names; its bytes are at `*bytes`.
static inline size_t alongside_fold_string(uint16_t payload, const uint8_t **bytes) {
  *bytes = alongside_fold_string_bytes + alongside_fold_string_offsets[payload];
  return alongside_fold_string_offsets[payload + 1] - alongside_fold_string_offsets[payload];
}

/// Places in a window of 64 bytes where folding may have something to do; bit i is byte i.
struct alongside_triggers {
  uint64_t foreign;  ///< Bytes outside ASCII, and control characters other than white space.
  uint64_t word;     ///< Inside or beside words: digits, signs, repeats (the word must be looked at).
  uint64_t spaced;   ///< First of three or more single characters that stand apart.
};

/// From one window to the next: they overlap, so that no trigger is cut in two.
enum alongside_stride {
  alongside_stride_ascii = 54,    ///< Letters apart have up to 3 bytes between them, or 4.
  alongside_stride_foreign = 48,  ///< They may have an emoji and its selector between them.
};

/// Finds the next window with a trigger, from `start` on: returns its offset, or `count` if none.
size_t alongside_next_triggers(
    const uint8_t *text, size_t count, size_t start, enum alongside_stride stride,
    struct alongside_triggers *triggers);

/// How many bytes come before the first that is not ASCII or is a control character (white space
/// is none).
size_t alongside_plain_prefix(const uint8_t *text, size_t count);

/// Copies bytes, ASCII letters in lower case.
void alongside_lower_ascii(uint8_t *target, const uint8_t *source, size_t count);

#endif
