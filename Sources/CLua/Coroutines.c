// Coroutines that take part in the chain of running ones, so that an interrupt reaches them all.
#include "Internal.h"

static bool was_killed(lua_State *co) { return *(uintptr_t *)lua_getextraspace(co) & 1; }

static lua_State *check_coroutine(lua_State *L) {
  lua_State *co = lua_tothread(L, 1);
  luaL_argexpected(L, co != NULL, 1, "coroutine");
  return co;
}

/// Resumes with the topmost arguments; returns the number of results, now on top, or -1 for an error
/// object on top.
static int resume(lua_State *L, lua_State *co, int arguments) {
  clua_host *host = host_of(L);
  poll(L, host);
  if (!lua_checkstack(co, arguments)) {
    lua_pushliteral(L, "too many arguments to resume");
    return -1;
  }
  lua_xmove(L, co, arguments);
  struct running running = {co, host->running};
  host->running = &running;
  int results;
  int status = lua_resume(co, L, arguments, &results);
  host->running = running.previous;
  if (status == LUA_OK || status == LUA_YIELD) {
    if (!lua_checkstack(L, results + 1)) {
      lua_pop(co, results);
      lua_pushliteral(L, "too many results to resume");
      return -1;
    }
    lua_xmove(co, L, results);
    return results;
  }
  if (atomic_load(&host->control->reasons) != 0) {
    // An error raised by a hook leaves hooks switched off in a dead coroutine: were its pending `<close>`
    // variables run later, nothing could stop them.
    *(uintptr_t *)lua_getextraspace(co) |= 1;
  }
  lua_xmove(co, L, 1);
  return -1;
}

static int coroutine_resume(lua_State *L) {
  lua_State *co = check_coroutine(L);
  int results = resume(L, co, lua_gettop(L) - 1);
  lua_pushboolean(L, results >= 0);
  int given = results < 0 ? 1 : results;
  lua_insert(L, -(given + 1));
  return given + 1;
}

/// Runs the pending `<close>` variables of a dead or suspended coroutine; an error object is left on `co`.
static int reset(lua_State *L, lua_State *co) {
  clua_host *host = host_of(L);
  poll(L, host);
  struct running running = {co, host->running};
  host->running = &running;
  int status = lua_resetthread(co);
  host->running = running.previous;
  if (atomic_load(&host->control->reasons) != 0) *(uintptr_t *)lua_getextraspace(co) |= 1;
  return status;
}

static int call_wrapped(lua_State *L) {
  lua_State *co = lua_tothread(L, lua_upvalueindex(1));
  int results = resume(L, co, lua_gettop(L));
  if (results >= 0) return results;
  int status = lua_status(co);
  if (status != LUA_OK && status != LUA_YIELD && !was_killed(co)) {
    if (reset(L, co) != LUA_OK) lua_xmove(co, L, 1);
  }
  if (lua_type(L, -1) == LUA_TSTRING) {
    luaL_where(L, 1);
    lua_insert(L, -2);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int coroutine_create(lua_State *L) {
  luaL_checktype(L, 1, LUA_TFUNCTION);
  poll(L, host_of(L));
  lua_State *co = lua_newthread(L);
  *(uintptr_t *)lua_getextraspace(co) = (uintptr_t)host_of(L);
  lua_pushvalue(L, 1);
  lua_xmove(L, co, 1);
  return 1;
}

static int coroutine_wrap(lua_State *L) {
  coroutine_create(L);
  lua_pushcclosure(L, call_wrapped, 1);
  return 1;
}

static int coroutine_close(lua_State *L) {
  lua_State *co = check_coroutine(L);
  lua_Debug activation;
  int status = lua_status(co);
  bool is_active = co == L
    || (status == LUA_OK && lua_getstack(co, 0, &activation));
  if (is_active) return luaL_error(L, "a running coroutine cannot be closed");
  if (was_killed(co)) {
    lua_pushboolean(L, 0);
    lua_pushliteral(L, "the coroutine was interrupted");
    return 2;
  }
  status = reset(L, co);
  if (status == LUA_OK) {
    lua_pushboolean(L, 1);
    return 1;
  }
  lua_pushboolean(L, 0);
  lua_xmove(co, L, 1);
  return 2;
}

/// Replaces what would run a coroutine out of the chain's sight; the library's table is on top.
void clua_open_coroutines(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"create", coroutine_create}, {"resume", coroutine_resume}, {"wrap", coroutine_wrap},
    {"close", coroutine_close},   {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
