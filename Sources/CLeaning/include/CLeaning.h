#ifndef CLEANING_H
#define CLEANING_H

#include <stddef.h>
#include <stdint.h>

/// The trained weights of the language, as `Leaning` reads them; `leaning_size` bytes that live as long as the program.
const uint8_t *_Nonnull leaning_bytes(void);

/// How many bytes there are.
size_t leaning_size(void);

#endif
