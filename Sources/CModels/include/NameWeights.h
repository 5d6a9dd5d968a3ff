#pragma once
#include <stddef.h>

/// The weights of the model of names, as `NameModel` reads them.
const unsigned char *sayso_name_weights(void);
/// How many bytes they are.
size_t sayso_name_weights_size(void);
