#pragma once
#include "AttributionWeights.h"
#include "PartOfSpeechWeights.h"
#include "Prefetch.h"
