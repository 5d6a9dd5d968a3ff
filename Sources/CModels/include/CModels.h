#pragma once
#include "AttributionWeights.h"
#include "PartOfSpeechWeights.h"
