#pragma once
#include <stddef.h>

/// A plugin that comes with Sayso: its name, and its file's text without a zero at the end.
typedef struct sayso_plugin {
  const char *_Nonnull name;
  const unsigned char *_Nonnull source;
  size_t count;
} sayso_plugin;

/// The plugins that come with Sayso, sorted by name.
const sayso_plugin *_Nonnull sayso_built_in_plugins(void);
/// How many they are.
size_t sayso_built_in_plugin_count(void);
