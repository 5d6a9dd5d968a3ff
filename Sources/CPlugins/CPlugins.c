#include "CPlugins.h"

static const unsigned char money[] = {
#embed "../../examples/plugins/money.lua"
};
static const unsigned char polls[] = {
#embed "../../examples/plugins/polls.lua"
};
static const unsigned char sanctions[] = {
#embed "../../examples/plugins/sanctions.lua"
};

static const sayso_plugin plugins[] = {
  {"money", money, sizeof money},
  {"polls", polls, sizeof polls},
  {"sanctions", sanctions, sizeof sanctions},
};

const sayso_plugin *sayso_built_in_plugins(void) { return plugins; }
size_t sayso_built_in_plugin_count(void) { return sizeof plugins / sizeof plugins[0]; }
