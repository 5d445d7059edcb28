#include "CTextFolding.h"

#include <stdbool.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef int8_t truth16 __attribute__((vector_size(16)));
typedef bool bits16 __attribute__((ext_vector_type(16)));

enum { window_size = 64 };

/// One bit for every lane of a comparison.
static inline uint64_t bits(truth16 truth) {
#if defined(__SSE2__)
  return (uint32_t)_mm_movemask_epi8((__m128i)truth);
#else
  return __builtin_bit_cast(uint16_t, __builtin_convertvector(truth, bits16));
#endif
}

static inline bytes16 load(const uint8_t *from) {
  bytes16 vector;
  memcpy(&vector, from, sizeof vector);
  return vector;
}

static inline bool any(const struct alongside_triggers *triggers) {
  return (triggers->foreign | triggers->word | triggers->spaced) != 0;
}

/// ASCII, and no control character other than white space.
static inline bool is_plain(uint8_t byte) {
  return byte < 0x80 && (byte >= 0x20 || (byte >= '\t' && byte <= '\r'));
}

static uint64_t foreign_bytes(const uint8_t *at) {
  uint64_t found = 0;
  for (int i = 0; i < window_size; i += 16) {
    bytes16 byte = load(at + i), space = (bytes16)((bytes16)(byte - '\t') < 5);
    found |= bits((truth16)(byte | ((bytes16)(byte < 0x20) & ~space)) < 0) << i;
  }
  return found;
}

/// The triggers of the 64 bytes at `at`; reads the byte behind them, or before if `is_last`.
static inline __attribute__((always_inline)) struct alongside_triggers triggers_at(
    const uint8_t *at, bool is_last) {
  uint64_t letter = 0, gap = 0, digit = 0, pair = 0;
  bytes16 foreign = {0};
  for (int i = 0; i < window_size; i += 16) {
    bytes16 byte = load(at + i), lower = byte | 0x20;
    foreign |= byte | (bytes16)(byte - 0x20);
    letter |= bits((bytes16)(lower - 'a') < 26) << i;
    gap |= bits((byte <= 0x20) | (byte == '\'')) << i;
    digit |= bits(((bytes16)(byte - '0') < 10) | (byte == '$')) << i;
    pair |= bits(lower == (load(at + i + (is_last ? -1 : 1)) | 0x20)) << i;
  }
  if (is_last) pair >>= 1;
  struct alongside_triggers found = {0};
  if (bits((truth16)foreign < 0)) found.foreign = foreign_bytes(at);
  // Three equal letters.
  found.word = letter & pair & pair >> 1;
  // Other characters between two letters: the carry runs through them to the letter behind.
  uint64_t odd = ~letter & ~gap, after_letter = letter << 1;
  found.word |= ((odd & after_letter) + odd) & letter & ~after_letter & ~odd;
  // A digit or dollar sign behind a letter, or before three.
  found.word |= digit & (after_letter | (letter >> 1 & letter >> 2 & letter >> 3));
  // Three letters or digits apart, 1, 2, 3, 4 or 6 bytes (an emoji with its selector) between them.
  uint64_t sign = letter | digit, single = sign & ~(sign << 1) & ~(sign >> 1);
  found.spaced = single & ((single >> 2 & single >> 4) | (single >> 3 & single >> 6)
      | (single >> 4 & single >> 8) | (single >> 5 & single >> 10) | (single >> 7 & single >> 14));
  return found;
}

/// The triggers of a text of at most 64 bytes, as if spaces followed.
static struct alongside_triggers triggers_of(const uint8_t *text, size_t count) {
  uint8_t padded[window_size + 16];
  memset(padded, ' ', sizeof padded);
  memcpy(padded, text, count);
  return triggers_at(padded, false);
}

/// The triggers of the last `count` bytes, at most 64, of a longer text that ends at `end`.
static struct alongside_triggers triggers_before(const uint8_t *end, size_t count) {
  struct alongside_triggers found = triggers_at(end - window_size, true);
  size_t seen = window_size - count;
  found.foreign >>= seen;
  found.word >>= seen;
  found.spaced >>= seen;
  return found;
}

size_t alongside_next_triggers(
    const uint8_t *text, size_t count, size_t start, enum alongside_stride stride,
    struct alongside_triggers *triggers) {
  size_t at = start;
  for (; at + window_size < count; at += stride) {
    *triggers = triggers_at(text + at, false);
    if (any(triggers)) return at;
  }
  if (at >= count) return count;
  *triggers = count > window_size ? triggers_before(text + count, count - at)
                                  : triggers_of(text + at, count - at);
  return any(triggers) ? at : count;
}

size_t alongside_plain_prefix(const uint8_t *text, size_t count) {
  size_t at = 0;
  for (; at + 16 <= count; at += 16) {
    bytes16 byte = load(text + at);
    if (bits((truth16)(byte | (bytes16)(byte < 0x20)) < 0)) break;
  }
  while (at < count && is_plain(text[at])) at++;
  return at;
}

void alongside_lower_ascii(uint8_t *target, const uint8_t *source, size_t count) {
  for (size_t i = 0; i < count; i++) {
    target[i] = source[i] + ((uint8_t)(source[i] - 'A') < 26 ? 0x20 : 0);
  }
}
