// Which libraries a state gets, and this project's versions of basic functions.
#include "Internal.h"

#include <string.h>

static int base_print(lua_State *L) {
  clua_host *host = host_of(L);
  int count = lua_gettop(L);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (int index = 1; index <= count; index++) {
    if (index > 1) luaL_addchar(&buffer, '\t');
    luaL_tolstring(L, index, NULL);
    luaL_addvalue(&buffer);
  }
  luaL_addchar(&buffer, '\n');
  luaL_pushresult(&buffer);
  return clua_write_output(L, host);
}

/// The string on top goes to the host's output.
int clua_write_output(lua_State *L, clua_host *host) {
  clua_call call = {.host = host, .state = L, .operation = CLUA_WRITE_OUTPUT, .kind = -1};
  call.bytes = lua_tolstring(L, -1, &call.count);
  size_t mark = host->arena.count;
  return clua_finish(L, host, host->dispatch(host->context, &call), mark);
}

/// Bytecode can break the virtual machine, so only text is loaded, for everybody.
static const char *read_chunk(lua_State *L, void *context, size_t *count) {
  (void)context;
  luaL_checkstack(L, 2, "too many nested functions");
  poll(L, host_of(L));
  lua_pushvalue(L, 1);
  lua_call(L, 0, 1);
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    *count = 0;
    return NULL;
  }
  if (!lua_isstring(L, -1)) luaL_error(L, "reader function must return a string");
  lua_replace(L, 5);  // keeps the piece alive while the compiler reads it
  return lua_tolstring(L, 5, count);
}

static int base_load(lua_State *L) {
  const char *mode = luaL_optstring(L, 3, "t");
  if (strchr(mode, 't') == NULL) {
    clua_raise(L, "argument", "only source text can be loaded, not bytecode", NULL);
  }
  int status;
  bool has_environment = !lua_isnone(L, 4);
  if (lua_type(L, 1) == LUA_TSTRING) {
    size_t count;
    const char *source = lua_tolstring(L, 1, &count);
    status = luaL_loadbufferx(L, source, count, luaL_optstring(L, 2, source), "t");
  } else {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    const char *name = luaL_optstring(L, 2, "=(load)");
    lua_settop(L, 5);
    status = lua_load(L, read_chunk, NULL, name, "t");
  }
  if (status != LUA_OK) {
    lua_pushnil(L);
    lua_insert(L, -2);
    return 2;
  }
  if (has_environment) {
    lua_pushvalue(L, 4);
    if (lua_setupvalue(L, -2, 1) == NULL) lua_pop(L, 1);
  }
  return 1;
}

/// The handler runs after unwinding: while an error is being raised, Lua runs no hooks, and a handler that
/// loops could not be stopped.
static int finish_xpcall(lua_State *L, int status, lua_KContext context) {
  (void)context;
  if (status == LUA_OK || status == LUA_YIELD) return lua_gettop(L) - 1;
  poll(L, host_of(L));
  // The error is on top, the handler at 1.
  lua_pushvalue(L, 1);
  lua_insert(L, -2);
  int base = lua_gettop(L) - 2;
  lua_call(L, 1, LUA_MULTRET);
  lua_pushboolean(L, 0);
  lua_insert(L, base + 1);
  return lua_gettop(L) - base;
}

static int base_xpcall(lua_State *L) {
  luaL_checktype(L, 2, LUA_TFUNCTION);
  int arguments = lua_gettop(L) - 2;
  lua_pushvalue(L, 2);
  lua_insert(L, 1);     // handler, function, handler, arguments
  lua_pushboolean(L, 1);
  lua_replace(L, 3);    // handler, function, true, arguments
  lua_pushvalue(L, 2);
  lua_remove(L, 2);     // handler, true, arguments, function
  lua_insert(L, 3);     // handler, true, function, arguments
  int status = lua_pcallk(L, arguments, LUA_MULTRET, 0, 0, finish_xpcall);
  return finish_xpcall(L, status, 0);
}

/// Finalizers run with hooks switched off: one that loops could not be stopped.
static int base_setmetatable(lua_State *L) {
  int type = lua_type(L, 2);
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_argexpected(L, type == LUA_TNIL || type == LUA_TTABLE, 2, "nil or table");
  if (luaL_getmetafield(L, 1, "__metatable") != LUA_TNIL) {
    return luaL_error(L, "cannot change a protected metatable");
  }
  if (type == LUA_TTABLE) {
    lua_pushliteral(L, "__gc");
    if (lua_rawget(L, 2) != LUA_TNIL) {
      clua_raise(L, "not_allowed", "a finalizer (__gc) is not allowed",
        "a local variable with <close> and __close does the same at a known time");
    }
  }
  lua_settop(L, 2);
  lua_setmetatable(L, 1);
  return 1;
}

static int base_collectgarbage(lua_State *L) {
  static const char *const options[] = {"collect", "count", "step", NULL};
  switch (luaL_checkoption(L, 1, "collect", options)) {
    case 1: lua_pushnumber(L, (lua_Number)host_of(L)->used / 1024); return 1;
    case 2: lua_pushboolean(L, lua_gc(L, LUA_GCSTEP, 0)); return 1;
    default: lua_pushinteger(L, lua_gc(L, LUA_GCCOLLECT)); return 1;
  }
}

/// The host decides what a name means and reads the source.
static int base_require(lua_State *L) {
  clua_host *host = host_of(L);
  luaL_checkstring(L, 1);
  lua_settop(L, 1);
  luaL_getsubtable(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
  lua_pushvalue(L, 1);
  if (lua_rawget(L, 2) != LUA_TNIL) {
    if (lua_islightuserdata(L, -1)) {
      return luaL_error(L, "'%s' is required while it is being loaded", lua_tostring(L, 1));
    }
    return 1;
  }
  lua_settop(L, 2);
  clua_call call = {.host = host, .state = L, .operation = CLUA_FIND_MODULE, .kind = -1};
  call.bytes = lua_tolstring(L, 1, &call.count);
  size_t mark = host->arena.count;
  if (clua_finish(L, host, host->dispatch(host->context, &call), mark) != 2) {
    return luaL_error(L, "module '%s' not found", lua_tostring(L, 1));
  }
  size_t count;
  const char *source = lua_tolstring(L, 4, &count);
  if (luaL_loadbufferx(L, source, count, lua_tostring(L, 3), "t") != LUA_OK) clua_raise_syntax(L);
  lua_pushvalue(L, 1);
  lua_pushlightuserdata(L, host);
  lua_rawset(L, 2);
  lua_pushvalue(L, 1);
  // A module that fails may be required again.
  int status = lua_pcall(L, 1, 1, 0);
  lua_pushvalue(L, 1);
  if (status != LUA_OK) {
    lua_pushnil(L);
    lua_rawset(L, 2);
    return lua_error(L);
  }
  if (lua_isnil(L, -2)) {
    lua_pushboolean(L, 1);
    lua_replace(L, -3);
  }
  lua_pushvalue(L, -2);
  lua_rawset(L, 2);
  return 1;
}

/// Ends the run by unwinding it, as an interrupt does, so that neither `pcall` nor lost output follows.
static int os_exit(lua_State *L) {
  clua_host *host = host_of(L);
  lua_Integer code = 0;
  if (lua_isboolean(L, 1)) {
    code = lua_toboolean(L, 1) ? 0 : 1;
  } else {
    code = luaL_optinteger(L, 1, 0);
  }
  luaL_argcheck(L, code >= 0 && code <= 255, 1, "an exit code is a number from 0 to 255");
  host->exit_code = (int)code;
  atomic_fetch_or(&host->control->reasons, CLUA_REASON_EXIT);
  clua_stop_if_asked(L);
  return 0;
}

// Plugins share their libraries read-only.

static int refuse_assignment(lua_State *L) {
  lua_settop(L, 2);
  const char *name = luaL_tolstring(L, 2, NULL);
  lua_pushfstring(L, "'%s' belongs to a library and cannot be changed here", name);
  clua_raise(L, "read_only", lua_tostring(L, -1), NULL);
}

static int pairs_of_library(lua_State *L) {
  lua_getglobal(L, "next");
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushnil(L);
  return 3;
}

/// Puts a read-only view in place of the global library.
static void make_read_only(lua_State *L, const char *name) {
  lua_createtable(L, 0, 0);
  lua_createtable(L, 0, 4);
  if (lua_getglobal(L, name) != LUA_TTABLE) {
    lua_pop(L, 3);
    return;
  }
  lua_pushvalue(L, -1);
  lua_setfield(L, -3, "__index");
  lua_pushcclosure(L, pairs_of_library, 1);
  lua_setfield(L, -2, "__pairs");
  lua_pushcfunction(L, refuse_assignment);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_setglobal(L, name);
}

static void open_library(lua_State *L, const char *name, lua_CFunction open) {
  luaL_requiref(L, name, open, 1);
}

static void remove_all(lua_State *L, const char *const names[]) {
  for (; *names != NULL; names++) {
    lua_pushnil(L);
    lua_setfield(L, -2, *names);
  }
}

/// Keeps only the named functions of the library on top, under the same name.
static void keep_only(lua_State *L, const char *library, const char *const names[]) {
  lua_createtable(L, 0, 4);
  for (; *names != NULL; names++) {
    lua_getfield(L, -2, *names);
    lua_setfield(L, -2, *names);
  }
  lua_setglobal(L, library);
  lua_pop(L, 1);
}

void clua_open_libraries(lua_State *L, clua_host *host) {
  static const luaL_Reg replaced[] = {
    {"print", base_print},
    {"load", base_load},
    {"xpcall", base_xpcall},
    {"setmetatable", base_setmetatable},
    {"collectgarbage", base_collectgarbage},
    {"require", base_require},
    {NULL, NULL},
  };
  open_library(L, LUA_GNAME, luaopen_base);
  luaL_setfuncs(L, replaced, 0);
  remove_all(L, (const char *const[]){"dofile", "loadfile", "warn", NULL});
  if (host->options.plugin) {
    remove_all(L, (const char *const[]){"collectgarbage", "require", NULL});
  }
  lua_pop(L, 1);
  open_library(L, LUA_COLIBNAME, luaopen_coroutine);
  clua_open_coroutines(L);
  open_library(L, LUA_TABLIBNAME, luaopen_table);
  clua_open_tables(L);
  open_library(L, LUA_STRLIBNAME, luaopen_string);
  clua_open_strings(L);
  open_library(L, LUA_MATHLIBNAME, luaopen_math);
  open_library(L, LUA_UTF8LIBNAME, luaopen_utf8);
  lua_pop(L, 5);
  lua_pushliteral(L, "");
  lua_getmetatable(L, -1);
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pop(L, 2);
  if (host->options.plugin) {
    static const char *const libraries[] = {
      LUA_COLIBNAME, LUA_TABLIBNAME, LUA_STRLIBNAME, LUA_MATHLIBNAME, LUA_UTF8LIBNAME, NULL};
    for (const char *const *name = libraries; *name != NULL; name++) make_read_only(L, *name);
    return;
  }
  open_library(L, LUA_OSLIBNAME, luaopen_os);
  keep_only(
    L, LUA_OSLIBNAME, (const char *const[]){"time", "date", "getenv", "clock", "difftime", NULL});
  lua_getglobal(L, LUA_OSLIBNAME);
  lua_pushcfunction(L, os_exit);
  lua_setfield(L, -2, "exit");
  lua_pop(L, 1);
  lua_createtable(L, 0, 1);
  lua_pushcfunction(L, clua_traceback);
  lua_setfield(L, -2, "traceback");
  lua_setglobal(L, LUA_DBLIBNAME);
  clua_open_files(L);
}
