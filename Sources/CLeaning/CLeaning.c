// A file this large costs the Swift compiler minutes as an array literal; embedded here it costs nothing.
#include "CLeaning.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t bytes[] = {
#embed "leaning.cues"
};

const uint8_t *leaning_bytes(void) { return bytes; }

size_t leaning_size(void) { return sizeof bytes; }
