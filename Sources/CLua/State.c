// States: their memory, their life, and what surrounds every entry into Lua.
#include "Internal.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Counts every byte. Past the soft quota the running code is interrupted rather than refused: Lua 5.4.4
/// may use freed memory after a refused allocation. Only the far higher hard cap refuses.
static void *allocate(void *context, void *block, size_t old_size, size_t new_size) {
  clua_host *host = context;
  size_t old = block == NULL ? 0 : old_size;
  if (new_size == 0) {
    free(block);
    host->used -= old;
    return NULL;
  }
  if (new_size > old) {
    if (host->allocations_left >= 0) {
      if (host->allocations_left == 0) return NULL;
      host->allocations_left--;
    }
    size_t growth = new_size - old;
    if (growth > host->options.hard_cap || host->used > host->options.hard_cap - growth) return NULL;
    if (host->used + growth > host->options.soft_quota && host->depth > 0
        && !(atomic_load(&host->control->reasons) & CLUA_REASON_MEMORY)) {
      atomic_fetch_or(&host->control->reasons, CLUA_REASON_MEMORY);
      clua_arm(host);
    }
  }
  void *result = realloc(block, new_size);
  if (result == NULL) {
    if (new_size > old) return NULL;
    result = block;  // Lua relies on it that shrinking never fails.
  }
  host->used = host->used - old + new_size;
  return result;
}

/// Reached only if an unprotected call raised, which this wall exists to exclude.
static int panic(lua_State *L) {
  const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "unknown";
  fprintf(stderr, "sayso: Lua error outside of a protected call: %s\n", message);
  abort();
}

static int open_protected(lua_State *L) {
  clua_host *host = lua_touserdata(L, 1);
  clua_open_errors(L);
  clua_open_libraries(L, host);
  return 0;
}

clua_host *clua_open(clua_options options, void *context, clua_dispatch dispatch) {
  clua_host *host = calloc(1, sizeof *host);
  clua_control *control = calloc(1, sizeof *control);
  if (host == NULL || control == NULL) {
    free(host);
    free(control);
    return NULL;
  }
  atomic_init(&control->references, 1);
  control->host = host;
  host->control = control;
  host->options = options;
  host->context = context;
  host->dispatch = dispatch;
  host->allocations_left = -1;
  lua_State *L = lua_newstate(allocate, host);
  if (L == NULL) {
    free(host);
    free(control);
    return NULL;
  }
  host->state = L;
  host->base.thread = L;
  host->running = &host->base;
  *(clua_host **)lua_getextraspace(L) = host;
  lua_atpanic(L, panic);
  lua_pushcfunction(L, open_protected);
  lua_pushlightuserdata(L, host);
  if (lua_pcall(L, 1, 0, 0) != LUA_OK) {
    clua_close(host);
    return NULL;
  }
  return host;
}

void clua_close(clua_host *host) {
  lua_close(host->state);
  clua_control_release(host->control);
  free(host->arena.bytes);
  free(host);
}

size_t clua_memory(const clua_host *host) { return host->used; }

void clua_fail_allocations(clua_host *host, int64_t count) { host->allocations_left = count; }

size_t clua_arena_count(const clua_host *host) { return host->arena.count; }

const uint8_t *clua_arena_bytes(const clua_host *host) {
  static const uint8_t none[1];
  return host->arena.bytes == NULL ? none : host->arena.bytes;
}

void clua_arena_truncate(clua_host *host, size_t count) {
  if (count < host->arena.count) host->arena.count = count;
  host->arena.overflowed = false;
}

void clua_arena_write(clua_host *host, const void *bytes, size_t count) {
  struct arena *arena = &host->arena;
  if (count == 0 || arena->overflowed) return;
  if (count > arena->capacity - arena->count) {
    size_t capacity = arena->capacity < 1024 ? 1024 : arena->capacity * 2;
    while (capacity - arena->count < count) capacity *= 2;
    uint8_t *larger = capacity > host->options.hard_cap ? NULL : realloc(arena->bytes, capacity);
    if (larger == NULL) {
      arena->overflowed = true;
      return;
    }
    arena->bytes = larger;
    arena->capacity = capacity;
  }
  memcpy(arena->bytes + arena->count, bytes, count);
  arena->count += count;
}
