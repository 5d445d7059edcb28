#pragma once
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

// A real address for subjects of no bytes: an empty Swift span has none, and PCRE2 wants one.
static inline const uint8_t *_Nonnull alongside_pcre2_empty_subject(void) { return (const uint8_t *)""; }
