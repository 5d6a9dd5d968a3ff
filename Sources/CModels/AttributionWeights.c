#include "AttributionWeights.h"

static const unsigned char weights[] = {
#embed "weights/attribution.bin"
};

const unsigned char *sayso_attribution_weights(void) { return weights; }
size_t sayso_attribution_weights_size(void) { return sizeof weights; }
