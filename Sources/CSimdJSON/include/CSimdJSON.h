#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that must be readable, whatever they hold, after the end of every parsed text.
enum { ALONGSIDE_JSON_PADDING = 64 };

/// One parser and the document it last parsed; used by one thread at a time.
typedef struct alongside_json_parser alongside_json_parser;

/// A parsed document: simdjson's tape and its string buffer, valid until the next parse.
typedef struct {
  const uint64_t *tape;
  const uint8_t *strings;
} alongside_json_document;

/// Null only when memory has run out.
alongside_json_parser *alongside_json_parser_create(size_t max_capacity);
void alongside_json_parser_destroy(alongside_json_parser *parser);

/// Parses one JSON value. Returns 0, or simdjson's error code.
int alongside_json_parse(alongside_json_parser *parser, const uint8_t *bytes, size_t length,
                         alongside_json_document *document);

/// What an error code means, in simdjson's words; a static string.
const char *alongside_json_error_message(int code);

/// Non-zero when the code says that a string escape could not be decoded.
int alongside_json_is_string_error(int code);

/// Non-zero when the code says that memory has run out.
int alongside_json_is_memory_error(int code);

#ifdef __cplusplus
}
#endif
