// `io` for the analyst's own scripts: files that the host allows, and output that the host collects.
#include "Internal.h"

#include <string.h>

static void ask_for_path(lua_State *L, bool writing) {
  clua_host *host = host_of(L);
  clua_call call = {.host = host, .state = L, .operation = CLUA_ALLOW_PATH, .kind = -1,
    .method = writing};
  call.bytes = luaL_checklstring(L, 1, &call.count);
  size_t mark = host->arena.count;
  int top = lua_gettop(L);
  clua_finish(L, host, host->dispatch(host->context, &call), mark);
  lua_settop(L, top);
}

/// Calls upvalue 1, the library's own function, with all arguments.
static int go_on(lua_State *L) {
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

static int io_open(lua_State *L) {
  const char *mode = luaL_optstring(L, 2, "r");
  ask_for_path(L, strpbrk(mode, "wa+") != NULL);
  return go_on(L);
}

static int io_lines(lua_State *L) {
  if (!lua_isnoneornil(L, 1)) ask_for_path(L, false);
  return go_on(L);
}

/// Writes arguments from `first` on to the host's output.
static void write_from(lua_State *L, int first) {
  int last = lua_gettop(L);
  for (int index = first; index <= last; index++) {
    luaL_checklstring(L, index, NULL);
    lua_pushvalue(L, index);
    clua_write_output(L, host_of(L));
    lua_settop(L, last);
  }
}

static int io_write(lua_State *L) {
  write_from(L, 1);
  lua_getglobal(L, "io");
  lua_getfield(L, -1, "stdout");
  return 1;
}

static int stdout_write(lua_State *L) {
  write_from(L, 2);
  lua_settop(L, 1);
  return 1;
}

static int stdout_do_nothing(lua_State *L) {
  lua_settop(L, 1);
  return 1;
}

void clua_open_files(lua_State *L) {
  static const char *const kept[] = {"read", "type", "stdin", "stderr", "close", NULL};
  luaL_requiref(L, LUA_IOLIBNAME, luaopen_io, 0);
  lua_createtable(L, 0, 10);
  for (const char *const *name = kept; *name != NULL; name++) {
    lua_getfield(L, -2, *name);
    lua_setfield(L, -2, *name);
  }
  lua_getfield(L, -2, "open");
  lua_pushcclosure(L, io_open, 1);
  lua_setfield(L, -2, "open");
  lua_getfield(L, -2, "lines");
  lua_pushcclosure(L, io_lines, 1);
  lua_setfield(L, -2, "lines");
  lua_pushcfunction(L, io_write);
  lua_setfield(L, -2, "write");
  lua_createtable(L, 0, 4);
  lua_pushcfunction(L, stdout_write);
  lua_setfield(L, -2, "write");
  static const char *const idle[] = {"flush", "close", "setvbuf", NULL};
  for (const char *const *name = idle; *name != NULL; name++) {
    lua_pushcfunction(L, stdout_do_nothing);
    lua_setfield(L, -2, *name);
  }
  lua_setfield(L, -2, "stdout");
  lua_setglobal(L, LUA_IOLIBNAME);
  lua_pop(L, 1);
  // `require "io"` would reach the library's own table.
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  static const char *const hidden[] = {LUA_IOLIBNAME, LUA_OSLIBNAME, NULL};
  for (const char *const *name = hidden; *name != NULL; name++) {
    lua_getglobal(L, *name);
    lua_setfield(L, -2, *name);
  }
  lua_pop(L, 1);
}
