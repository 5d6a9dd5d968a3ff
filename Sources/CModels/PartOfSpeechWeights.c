#include "PartOfSpeechWeights.h"

static const unsigned char weights[] = {
#embed "weights/pos.bin"
};

const unsigned char *sayso_part_of_speech_weights(void) { return weights; }
size_t sayso_part_of_speech_weights_size(void) { return sizeof weights; }
