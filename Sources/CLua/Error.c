// Errors have one shape: a table with kind, message, hint, where and traceback.
#include "Internal.h"

#include <stdlib.h>
#include <string.h>

char clua_error_key, clua_pending_key, clua_traceback_key, clua_records_key;

/// Whether a function belongs to the host, though it may be written in Lua.
static bool is_of_host(const lua_Debug *activation) {
  return *activation->what == 'C' || strcmp(activation->source, "=records") == 0;
}

/// Adds a line for each function of the script that is running; host functions never show.
static void add_traceback(lua_State *L, luaL_Buffer *buffer) {
  enum { most = 24 };
  lua_Debug activation;
  int shown = 0;
  for (int level = 0; lua_getstack(L, level, &activation); level++) {
    lua_getinfo(L, "Slnt", &activation);
    if (is_of_host(&activation)) continue;
    if (++shown > most) {
      luaL_addstring(buffer, "\n  …");
      break;
    }
    if (shown > 1) luaL_addchar(buffer, '\n');
    if (*activation.what == 'm') {
      lua_pushfstring(L, "  %s:%d: in the main chunk", activation.short_src, activation.currentline);
    } else if (*activation.namewhat != '\0') {
      lua_pushfstring(L, "  %s:%d: in %s '%s'", activation.short_src, activation.currentline,
        activation.namewhat, activation.name);
    } else {
      lua_pushfstring(L, "  %s:%d: in a function that begins in line %d", activation.short_src,
        activation.currentline, activation.linedefined);
    }
    luaL_addvalue(buffer);
    if (activation.istailcall) luaL_addstring(buffer, "\n  (called in place of its caller)");
  }
}

static void push_traceback(lua_State *L) {
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  add_traceback(L, &buffer);
  luaL_pushresult(&buffer);
}

/// Pushes `file:line` of the innermost script function, or nil.
static void push_where(lua_State *L) {
  lua_Debug activation;
  for (int level = 0; lua_getstack(L, level, &activation); level++) {
    lua_getinfo(L, "Sl", &activation);
    if (activation.currentline > 0 && !is_of_host(&activation)) {
      lua_pushfstring(L, "%s:%d", activation.short_src, activation.currentline);
      return;
    }
  }
  lua_pushnil(L);
}

static void set_string(lua_State *L, const char *name, const char *value) {
  if (value == NULL) return;
  lua_pushstring(L, value);
  lua_setfield(L, -2, name);
}

static void set_error_metatable(lua_State *L) {
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clua_error_key);
  lua_setmetatable(L, -2);
}

void clua_push_error(lua_State *L, const char *kind, const char *message, const char *hint) {
  luaL_checkstack(L, 10, NULL);
  lua_createtable(L, 0, 5);
  set_string(L, "kind", kind);
  set_string(L, "message", message);
  set_string(L, "hint", hint);
  push_where(L);
  lua_setfield(L, -2, "where");
  push_traceback(L);
  lua_setfield(L, -2, "traceback");
  set_error_metatable(L);
}

_Noreturn int clua_raise(lua_State *L, const char *kind, const char *message, const char *hint) {
  clua_push_error(L, kind, message, hint);
  lua_error(L);
  abort();  // not reached
}

static bool is_memory_message(const char *message) {
  return strcmp(message, "not enough memory") == 0;
}

/// The message of the compiler is on top.
_Noreturn void clua_raise_syntax(lua_State *L) {
  if (lua_type(L, -1) != LUA_TSTRING || is_memory_message(lua_tostring(L, -1))) {
    lua_error(L);
  }
  int message = lua_gettop(L);
  clua_push_error(L, "syntax", NULL, NULL);
  const char *text = lua_tostring(L, message);
  for (const char *colon = strchr(text, ':'); colon != NULL; colon = strchr(colon + 1, ':')) {
    size_t digits = strspn(colon + 1, "0123456789");
    if (digits == 0 || strncmp(colon + 1 + digits, ": ", 2) != 0) continue;
    lua_pushlstring(L, text, (size_t)(colon - text) + 1 + digits);
    lua_setfield(L, -2, "where");
    text = colon + digits + 3;
    break;
  }
  set_string(L, "message", text);
  lua_error(L);
  abort();  // not reached
}

static bool is_error_object(lua_State *L, int index) {
  if (!lua_istable(L, index) || !lua_getmetatable(L, index)) return false;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clua_error_key);
  bool same = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return same;
}

/// `pcall` of a host error gives a table that prints as `where: message` and its hint.
static int describe_error_object(lua_State *L) {
  if (!is_error_object(L, 1)) return luaL_error(L, "not an error object");
  lua_settop(L, 1);
  const char *fields[] = {"where", "message", "hint"};
  const char *between[] = {"", ": ", "\n  "};
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  bool any = false;
  for (int field = 0; field < 3; field++) {
    lua_pushstring(L, fields[field]);
    lua_rawget(L, 1);
    if (lua_type(L, -1) == LUA_TSTRING) {
      // The separator has to go in front of a value that is already on the buffer's stack.
      lua_pushstring(L, any ? between[field] : "");
      lua_insert(L, -2);
      lua_concat(L, 2);
      luaL_addvalue(&buffer);
      any = true;
    } else {
      lua_pop(L, 1);
    }
  }
  luaL_pushresult(&buffer);
  return 1;
}

/// Whether a script function of this file is running.
static bool is_running(lua_State *L, const char *file, size_t count) {
  lua_Debug activation;
  for (int level = 0; lua_getstack(L, level, &activation); level++) {
    lua_getinfo(L, "S", &activation);
    if (strlen(activation.short_src) == count && memcmp(activation.short_src, file, count) == 0) {
      return true;
    }
  }
  return false;
}

/// Sets `message` of the error object on top. Lua writes the place in front of its messages; an error
/// object keeps it apart, as `where`.
static void set_message(lua_State *L, const char *message) {
  for (const char *colon = strchr(message, ':'); colon != NULL; colon = strchr(colon + 1, ':')) {
    size_t digits = strspn(colon + 1, "0123456789");
    if (digits == 0 || strncmp(colon + 1 + digits, ": ", 2) != 0) continue;
    if (!is_running(L, message, (size_t)(colon - message))) break;
    lua_pushlstring(L, message, (size_t)(colon - message) + 1 + digits);
    lua_setfield(L, -2, "where");
    message = colon + digits + 3;
    break;
  }
  set_string(L, "message", message);
}

/// Turns what was raised into an error object while the stack still tells where.
int clua_handle_message(lua_State *L) {
  if (is_error_object(L, 1)) return 1;
  luaL_checkstack(L, 12, NULL);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clua_pending_key);
  bool is_pending = !lua_isboolean(L, -1) && lua_rawequal(L, 1, -1);
  lua_settop(L, 1);
  clua_push_error(L, "error", NULL, NULL);
  if (is_pending) {
    // It was raised in a callback; by now its functions are gone from the stack.
    lua_rawgetp(L, LUA_REGISTRYINDEX, &clua_traceback_key);
    lua_setfield(L, 2, "traceback");
  }
  if (lua_type(L, 1) == LUA_TSTRING) {
    set_message(L, lua_tostring(L, 1));
  } else {
    lua_pushvalue(L, 1);
    lua_setfield(L, 2, "value");
  }
  return 1;
}

/// For callbacks: leaves the error as it is and notes where it came from.
int clua_remember_traceback(lua_State *L) {
  if (is_error_object(L, 1)) return 1;
  luaL_checkstack(L, 12, NULL);
  push_traceback(L);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clua_traceback_key);
  return 1;
}

/// Argument 1 is what `lua_pcall` left: writes kind, message, hint, where, traceback to the arena.
static int write_error_protected(lua_State *L) {
  clua_host *host = host_of(L);
  static const char *const fields[] = {"kind", "message", "hint", "where", "traceback"};
  if (!is_error_object(L, 1)) {
    int count = lua_type(L, 1) == LUA_TSTRING;
    clua_push_error(L, "error", count ? lua_tostring(L, 1) : NULL, NULL);
    if (!count) {
      lua_pushvalue(L, 1);
      lua_setfield(L, 2, "value");
    }
    lua_replace(L, 1);
  }
  lua_settop(L, 1);
  lua_getfield(L, 1, "value");
  if (!lua_isnil(L, 2)) {
    // A script raised an object of its own: its `message`, or what `tostring` makes of it.
    if (lua_istable(L, 2)) {
      lua_pushliteral(L, "message");
      lua_rawget(L, 2);
    } else {
      lua_pushnil(L);
    }
    if (lua_type(L, -1) != LUA_TSTRING) luaL_tolstring(L, 2, NULL);
    lua_setfield(L, 1, "message");
  }
  lua_settop(L, 1);
  for (int field = 0; field < 5; field++) {
    lua_pushstring(L, fields[field]);
    lua_rawget(L, 1);
    int64_t limit = 8;
    if (lua_type(L, -1) != LUA_TSTRING) {
      lua_pop(L, 1);
      lua_pushnil(L);
    }
    clua_copy_value(L, host, -1, &limit, 0);
    lua_pop(L, 1);
  }
  return 0;
}

static void write_string(clua_host *host, const char *text) {
  uint8_t tag = CLUA_STRING;
  int64_t count = (int64_t)strlen(text);
  clua_arena_write(host, &tag, 1);
  clua_arena_write(host, &count, sizeof count);
  clua_arena_write(host, text, (size_t)count);
}

/// The error is on top of the stack; takes it away.
void clua_write_error(lua_State *L, clua_host *host, int status, size_t mark) {
  static const char *const kinds[] = {"error", "memory", "interrupted", "budget"};
  static const char *const messages[] = {
    "an error without a description", "not enough memory", "interrupted", "out of time"};
  clua_arena_truncate(host, mark);
  lua_sethook(L, NULL, 0, 0);  // an interrupt that has been raised must not stop its own description
  if (status != LUA_ERRMEM && lua_checkstack(L, 3)) {
    lua_pushcfunction(L, write_error_protected);
    lua_pushvalue(L, -2);
    status = lua_pcall(L, 1, 0, 0);
    if (status == LUA_OK) {
      lua_pop(L, 1);
      return;
    }
    lua_pop(L, 1);
    clua_arena_truncate(host, mark);
  }
  lua_pop(L, 1);
  // Lua could not even describe the error; these words need no memory of its own.
  int reasons = atomic_load(&host->control->reasons);
  int words = reasons & CLUA_REASON_INTERRUPTED ? 2
    : reasons & CLUA_REASON_BUDGET              ? 3
    : status == LUA_ERRMEM || reasons != 0      ? 1
                                                : 0;
  write_string(host, kinds[words]);
  write_string(host, messages[words]);
  static const char none[3] = {CLUA_NIL, CLUA_NIL, CLUA_NIL};
  clua_arena_write(host, none, 3);
}

/// `debug.traceback` in script terms; an error object gives the one it carries.
int clua_traceback(lua_State *L) {
  if (is_error_object(L, 1)) {
    luaL_tolstring(L, 1, NULL);
    lua_pushliteral(L, "\n");
    lua_getfield(L, 1, "traceback");
    lua_concat(L, 3);
    return 1;
  }
  bool has_message = lua_type(L, 1) == LUA_TSTRING;
  if (!has_message && !lua_isnoneornil(L, 1)) {
    lua_settop(L, 1);
    return 1;
  }
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  if (has_message) {
    size_t count;
    const char *message = lua_tolstring(L, 1, &count);
    luaL_addlstring(&buffer, message, count);
    luaL_addchar(&buffer, '\n');
  }
  add_traceback(L, &buffer);
  luaL_pushresult(&buffer);
  return 1;
}

void clua_open_errors(lua_State *L) {
  lua_createtable(L, 0, 3);
  lua_pushcfunction(L, describe_error_object);
  lua_setfield(L, -2, "__tostring");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "error");
  lua_setfield(L, -2, "__name");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clua_error_key);
  // Present from the start, so that replacing them later needs no memory.
  lua_pushboolean(L, 0);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clua_pending_key);
  lua_pushboolean(L, 0);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clua_traceback_key);
}
