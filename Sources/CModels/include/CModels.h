#pragma once
#include "PartOfSpeechWeights.h"
