#include "CModels.h"
#include "NameWeights.h"

static const unsigned char weights[] = {
#embed "weights/names.bin"
};

const unsigned char *sayso_name_weights(void) { return weights; }
size_t sayso_name_weights_size(void) { return sizeof weights; }
