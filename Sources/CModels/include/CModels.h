#pragma once
#include "AttributionWeights.h"
#include "NameWeights.h"
#include "PartOfSpeechWeights.h"
#include "Prefetch.h"
