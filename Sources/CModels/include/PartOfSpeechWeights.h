#pragma once
#include <stddef.h>

/// The weights of the part-of-speech tagger, as `PartOfSpeechModel` reads them.
const unsigned char *sayso_part_of_speech_weights(void);
/// How many bytes they are.
size_t sayso_part_of_speech_weights_size(void);
