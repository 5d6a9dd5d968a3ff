// The functions of `string` that loop in C: metered, so that an interrupt stops them and an absurd
// result is refused before memory is asked for.
#include "Pattern.h"

#include <string.h>

static int string_rep(lua_State *L) {
  clua_host *host = host_of(L);
  size_t count, separator_count;
  const char *text = luaL_checklstring(L, 1, &count);
  lua_Integer times = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &separator_count);
  if (times <= 0 || count + separator_count == 0) {
    lua_pushliteral(L, "");
    return 1;
  }
  size_t limit = host->options.soft_quota;
  if (count + separator_count > limit / (lua_Unsigned)times) {
    clua_raise(L, "memory", "not enough memory", "the repeated string would be too long");
  }
  size_t total = (count + separator_count) * (size_t)times - separator_count;
  luaL_Buffer buffer;
  char *out = luaL_buffinitsize(L, &buffer, total);
  char *end = out + total;
  for (lua_Integer done = 0;; done++) {
    if ((done & 4095) == 0) poll(L, host);
    memcpy(out, text, count);
    out += count;
    if (out == end && done + 1 == times) break;
    memcpy(out, separator, separator_count);
    out += separator_count;
  }
  luaL_pushresultsize(&buffer, total);
  return 1;
}

/// The byte offset that a Lua position stands for, 1-based and negative from the end.
static size_t offset_of(lua_Integer position, size_t count) {
  if (position > 0) return (size_t)position - 1;
  if (position == 0 || position < -(lua_Integer)count) return 0;
  return count - (size_t)-position;
}

static bool is_plain(const char *pattern, size_t count) {
  for (size_t at = 0; at < count; at++) {
    if (strchr("^$*+?.([%-", pattern[at]) != NULL && pattern[at] != '\0') return false;
  }
  return true;
}

static void prepare(struct matcher *matcher, lua_State *L, const char *subject, size_t count) {
  matcher->state = L;
  matcher->host = host_of(L);
  matcher->subject = subject;
  matcher->end = subject + count;
  matcher->steps = 0;
  matcher->level = 0;
}

static int find_or_match(lua_State *L, bool find) {
  size_t count, pattern_count;
  const char *subject = luaL_checklstring(L, 1, &count);
  const char *pattern = luaL_checklstring(L, 2, &pattern_count);
  size_t offset = offset_of(luaL_optinteger(L, 3, 1), count);
  if (offset > count) {
    lua_pushnil(L);
    return 1;
  }
  poll(L, host_of(L));
  if (find && (lua_toboolean(L, 4) || is_plain(pattern, pattern_count))) {
    const char *found = memmem(subject + offset, count - offset, pattern, pattern_count);
    if (found == NULL) {
      lua_pushnil(L);
      return 1;
    }
    lua_pushinteger(L, found - subject + 1);
    lua_pushinteger(L, found - subject + (lua_Integer)pattern_count);
    return 2;
  }
  struct matcher matcher;
  prepare(&matcher, L, subject, count);
  matcher.pattern = clua_compile_pattern(L, pattern, pattern_count);
  for (const char *at = subject + offset; at <= matcher.end; at++) {
    const char *end = clua_match_pattern(&matcher, at);
    if (end != NULL) {
      if (!find) return clua_push_captures(&matcher, at, end);
      lua_pushinteger(L, at - subject + 1);
      lua_pushinteger(L, end - subject);
      return clua_push_captures(&matcher, NULL, NULL) + 2;
    }
    if (clua_pattern_is_anchored(matcher.pattern)) break;
  }
  lua_pushnil(L);
  return 1;
}

static int string_find(lua_State *L) { return find_or_match(L, true); }

static int string_match(lua_State *L) { return find_or_match(L, false); }

/// Upvalues: subject, compiled pattern, next offset, offset where the last match ended.
static int next_match(lua_State *L) {
  size_t count;
  const char *subject = lua_tolstring(L, lua_upvalueindex(1), &count);
  struct matcher matcher;
  prepare(&matcher, L, subject, count);
  matcher.pattern = lua_touserdata(L, lua_upvalueindex(2));
  lua_Integer next = lua_tointeger(L, lua_upvalueindex(3));
  lua_Integer last = lua_tointeger(L, lua_upvalueindex(4));
  poll(L, matcher.host);
  for (const char *at = subject + next; at <= matcher.end; at++) {
    const char *end = clua_match_pattern(&matcher, at);
    if (end == NULL || end - subject == last) continue;
    lua_pushinteger(L, end - subject);
    lua_copy(L, -1, lua_upvalueindex(3));
    lua_replace(L, lua_upvalueindex(4));
    return clua_push_captures(&matcher, at, end);
  }
  lua_pushinteger(L, (lua_Integer)count + 1);
  lua_replace(L, lua_upvalueindex(3));
  return 0;
}

static int string_gmatch(lua_State *L) {
  size_t count, pattern_count;
  luaL_checklstring(L, 1, &count);
  const char *pattern = luaL_checklstring(L, 2, &pattern_count);
  size_t offset = offset_of(luaL_optinteger(L, 3, 1), count);
  if (offset > count) offset = count + 1;
  lua_settop(L, 2);
  lua_pushvalue(L, 1);
  // '^' has no special meaning here; as an anchor it would end the iteration at once.
  if (pattern_count > 0 && pattern[0] == '^') {
    lua_pushliteral(L, "%");
    lua_pushvalue(L, 2);
    lua_concat(L, 2);
    pattern = lua_tolstring(L, -1, &pattern_count);
    clua_compile_pattern(L, pattern, pattern_count);
    lua_remove(L, -2);
  } else {
    clua_compile_pattern(L, pattern, pattern_count);
  }
  lua_pushinteger(L, (lua_Integer)offset);
  lua_pushinteger(L, -1);
  lua_pushcclosure(L, next_match, 4);
  return 1;
}

/// Adds the replacement string with its %0–%9 filled in.
static void add_template(
  struct matcher *matcher, luaL_Buffer *buffer, const char *start, const char *end) {
  lua_State *L = matcher->state;
  size_t count;
  const char *text = lua_tolstring(L, 3, &count);
  for (size_t at = 0; at < count; at++) {
    if (text[at] != '%') {
      luaL_addchar(buffer, text[at]);
      continue;
    }
    at++;
    char what = at < count ? text[at] : '\0';
    if (what == '%') {
      luaL_addchar(buffer, '%');
    } else if (what == '0') {
      luaL_addlstring(buffer, start, (size_t)(end - start));
    } else if (what >= '1' && what <= '9') {
      clua_push_capture(matcher, what - '1', start, end);
      luaL_tolstring(L, -1, NULL);
      lua_remove(L, -2);
      luaL_addvalue(buffer);
    } else {
      luaL_error(L, "invalid use of '%%' in replacement string");
    }
  }
}

/// Adds what stands for one match; false if the match is kept.
static bool add_replacement(
  struct matcher *matcher, luaL_Buffer *buffer, const char *start, const char *end) {
  lua_State *L = matcher->state;
  switch (lua_type(L, 3)) {
    case LUA_TFUNCTION:
      lua_pushvalue(L, 3);
      lua_call(L, clua_push_captures(matcher, start, end), 1);
      break;
    case LUA_TTABLE:
      clua_push_capture(matcher, 0, start, end);
      lua_gettable(L, 3);
      break;
    default: add_template(matcher, buffer, start, end); return true;
  }
  if (!lua_toboolean(L, -1)) {
    lua_pop(L, 1);
    luaL_addlstring(buffer, start, (size_t)(end - start));
    return false;
  }
  if (!lua_isstring(L, -1)) {
    luaL_error(L, "invalid replacement value (a %s)", luaL_typename(L, -1));
  }
  luaL_addvalue(buffer);
  return true;
}

static int string_gsub(lua_State *L) {
  size_t count, pattern_count;
  const char *subject = luaL_checklstring(L, 1, &count);
  const char *pattern = luaL_checklstring(L, 2, &pattern_count);
  int type = lua_type(L, 3);
  luaL_argexpected(
    L, type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE, 3,
    "string/function/table");
  if (type == LUA_TNUMBER) luaL_checklstring(L, 3, NULL);
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)count + 1);
  lua_settop(L, 3);
  struct matcher matcher;
  prepare(&matcher, L, subject, count);
  matcher.pattern = clua_compile_pattern(L, pattern, pattern_count);
  lua_Integer replaced = 0;
  bool changed = false;
  const char *at = subject, *last = NULL;
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  while (replaced < most) {
    poll(L, matcher.host);
    const char *end = clua_match_pattern(&matcher, at);
    if (end != NULL && end != last) {
      replaced++;
      changed |= add_replacement(&matcher, &buffer, at, end);
      at = last = end;
    } else if (at < matcher.end) {
      luaL_addchar(&buffer, *at++);
    } else {
      break;
    }
    if (clua_pattern_is_anchored(matcher.pattern)) break;
  }
  if (changed) {
    luaL_addlstring(&buffer, at, (size_t)(matcher.end - at));
    luaL_pushresult(&buffer);
  } else {
    luaL_pushresult(&buffer);
    lua_pushvalue(L, 1);
  }
  lua_pushinteger(L, replaced);
  return 2;
}

/// Replaces the functions of the library whose table is on top.
void clua_open_strings(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"rep", string_rep},       {"find", string_find}, {"match", string_match},
    {"gmatch", string_gmatch}, {"gsub", string_gsub}, {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
  lua_pushnil(L);
  lua_setfield(L, -2, "dump");
}
