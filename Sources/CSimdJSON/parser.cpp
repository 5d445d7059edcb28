#include "CSimdJSON.h"

#include <new>
#include <simdjson.h>

static_assert(ALONGSIDE_JSON_PADDING >= simdjson::SIMDJSON_PADDING, "padding too small");

struct alongside_json_parser {
  simdjson::dom::parser parser;
  explicit alongside_json_parser(size_t max_capacity) : parser(max_capacity) {}
};

extern "C" {

alongside_json_parser *alongside_json_parser_create(size_t max_capacity) {
  return new (std::nothrow) alongside_json_parser(max_capacity);
}

void alongside_json_parser_destroy(alongside_json_parser *parser) { delete parser; }

int alongside_json_parse(alongside_json_parser *parser, const uint8_t *bytes, size_t length,
                         alongside_json_document *document) {
  simdjson::dom::element root;
  auto error = parser->parser.parse(bytes, length, false).get(root);
  if (error) {
    return static_cast<int>(error);
  }
  document->tape = parser->parser.doc.tape.get();
  document->strings = parser->parser.doc.string_buf.get();
  return 0;
}

const char *alongside_json_error_message(int code) {
  return simdjson::error_message(static_cast<simdjson::error_code>(code));
}

int alongside_json_is_string_error(int code) { return code == simdjson::STRING_ERROR; }

int alongside_json_is_memory_error(int code) { return code == simdjson::MEMALLOC; }
}
