#pragma once

/// Asks for the memory at an address, which will be read soon; any address will do.
static inline void sayso_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }
