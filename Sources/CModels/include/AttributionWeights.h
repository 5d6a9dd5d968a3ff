#pragma once
#include <stddef.h>

/// The weights of the attribution model, as `AttributionModel` reads them.
const unsigned char *sayso_attribution_weights(void);
/// How many bytes they are.
size_t sayso_attribution_weights_size(void);
