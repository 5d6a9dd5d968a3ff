// Lua patterns, compiled to nodes and matched by backtracking that an interrupt can stop.
#pragma once
#include "Internal.h"

enum { most_captures = 32, position_capture = -2, open_capture = -1 };

struct capture {
  const char *start;
  ptrdiff_t count;  ///< or `position_capture`, `open_capture`
};

struct pattern;

struct matcher {
  lua_State *state;
  clua_host *host;
  const struct pattern *pattern;
  const char *subject, *end;
  int depth;
  unsigned steps;
  int level;
  struct capture captures[most_captures];
};

/// Compiles a pattern into a userdata that it pushes; raises where the pattern is malformed.
const struct pattern *clua_compile_pattern(lua_State *L, const char *text, size_t count);
/// Whether the pattern is tied to the first position.
bool clua_pattern_is_anchored(const struct pattern *pattern);
/// Where a match that begins at `at` ends, or NULL.
const char *clua_match_pattern(struct matcher *matcher, const char *at);
/// Pushes one capture, or the whole match if there is none.
void clua_push_capture(struct matcher *matcher, int index, const char *start, const char *end);
/// Pushes all captures (or the whole match if there is none and `start` is given); returns how many.
int clua_push_captures(struct matcher *matcher, const char *start, const char *end);
