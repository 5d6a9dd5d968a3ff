// Calls in both directions.
#include "Internal.h"

#include <string.h>

// From Lua to the host.

/// What the host left: its results, or an error that is raised only now, after its frames have ended.
int clua_finish(lua_State *L, clua_host *host, int status, size_t mark) {
  size_t end = host->arena.count;
  host->arena.count = mark;  // what lies behind stays readable: nothing is written before it is pushed
  switch (status) {
    case CLUA_OK: return clua_push_values(L, host, mark, end, 0);
    case CLUA_RETHROW:
      lua_rawgetp(L, LUA_REGISTRYINDEX, &clua_pending_key);
      return lua_error(L);
    case CLUA_INTERRUPT:
      clua_stop_if_asked(L);
      return 0;
    default: {
      int count = clua_push_values(L, host, mark, end, 0);
      if (count != 3) clua_raise(L, "internal", "the host failed without a reason", NULL);
      const char *kind = lua_tostring(L, -3), *message = lua_tostring(L, -2);
      clua_raise(L, kind == NULL ? "error" : kind, message, lua_tostring(L, -1));
    }
  }
}

/// Upvalue 1 is the number of the host's method.
int clua_trampoline(lua_State *L) {
  clua_host *host = host_of(L);
  poll(L, host);
  luaL_checkstack(L, LUA_MINSTACK, NULL);
  clua_call call = {.host = host, .state = L, .operation = CLUA_CALL_FUNCTION, .kind = -1,
    .method = (int32_t)lua_tointeger(L, lua_upvalueindex(1)), .arguments = lua_gettop(L)};
  size_t mark = host->arena.count;
  return clua_finish(L, host, host->dispatch(host->context, &call), mark);
}

/// Upvalues: the method, the name that came first.
static int call_with_body(lua_State *L) {
  luaL_checkstack(L, 1, NULL);
  lua_pushvalue(L, lua_upvalueindex(2));
  lua_insert(L, 1);
  return clua_trampoline(L);
}

/// Upvalue 1 is the number of the host's method; a name alone waits for its body.
static int call_in_parts(lua_State *L) {
  if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TSTRING) return clua_trampoline(L);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_pushcclosure(L, call_with_body, 2);
  return 1;
}

struct function_definition {
  const char *name;
  int32_t method;
  bool takes_body_apart;
};

static int define_function(lua_State *L) {
  struct function_definition *definition = lua_touserdata(L, 1);
  lua_pushglobaltable(L);
  lua_pushstring(L, definition->name);
  lua_pushinteger(L, definition->method);
  lua_pushcclosure(L, definition->takes_body_apart ? call_in_parts : clua_trampoline, 1);
  lua_rawset(L, -3);
  return 0;
}

int32_t clua_define_function(
  clua_host *host, const char *name, int32_t method, bool takes_body_apart) {
  struct function_definition definition = {name, method, takes_body_apart};
  lua_State *L = host->state;
  if (!lua_checkstack(L, 2)) return CLUA_FAILED;
  lua_pushcfunction(L, define_function);
  lua_pushlightuserdata(L, &definition);
  if (lua_pcall(L, 1, 0, 0) == LUA_OK) return CLUA_OK;
  lua_pop(L, 1);
  return CLUA_FAILED;
}

const char *clua_caller(const clua_call *call, int32_t *line) {
  lua_Debug activation;
  for (int level = 0; lua_getstack(call->state, level, &activation); level++) {
    // Neither option allocates.
    if (!lua_getinfo(call->state, "Sl", &activation) || activation.currentline <= 0) continue;
    *line = activation.currentline;
    return activation.source;
  }
  return NULL;
}

// Arguments. None of these functions allocates or calls a metamethod.

int32_t clua_argument_type(const clua_call *call, int32_t position) {
  lua_State *L = call->state;
  if (position < 1 || position > call->arguments) return 0;
  switch (lua_type(L, position)) {
    case LUA_TNIL: return CLUA_NIL;
    case LUA_TBOOLEAN: return lua_toboolean(L, position) ? CLUA_TRUE : CLUA_FALSE;
    case LUA_TNUMBER: return lua_isinteger(L, position) ? CLUA_INTEGER : CLUA_NUMBER;
    case LUA_TSTRING: return CLUA_STRING;
    case LUA_TTABLE: return CLUA_TABLE;
    case LUA_TFUNCTION: return CLUA_FUNCTION;
    case LUA_TUSERDATA:
      if (clua_to_fresh_row(L, call->host, position) != NULL) return CLUA_ROW;
      if (clua_to_fresh_sequence(L, call->host, position) != NULL) return CLUA_SEQUENCE;
      return CLUA_OPAQUE;
    default: return CLUA_OPAQUE;
  }
}

int64_t clua_argument_integer(const clua_call *call, int32_t position) {
  lua_State *L = call->state;
  if (position < 1 || position > call->arguments) return 0;
  if (lua_isboolean(L, position)) return lua_toboolean(L, position);
  struct row *row = clua_to_fresh_row(L, call->host, position);
  return row != NULL ? row->id : lua_tointeger(L, position);
}

double clua_argument_number(const clua_call *call, int32_t position) {
  return position < 1 || position > call->arguments ? 0 : lua_tonumber(call->state, position);
}

const char *clua_argument_string(const clua_call *call, int32_t position, size_t *count) {
  *count = 0;
  // A number would be converted in place, which allocates.
  if (position < 1 || position > call->arguments || lua_type(call->state, position) != LUA_TSTRING) {
    return NULL;
  }
  return lua_tolstring(call->state, position, count);
}

int64_t clua_argument_kind(const clua_call *call, int32_t position) {
  if (position < 1 || position > call->arguments) return -1;
  struct row *row = clua_to_fresh_row(call->state, call->host, position);
  if (row != NULL) return row->kind;
  struct sequence *sequence = clua_to_fresh_sequence(call->state, call->host, position);
  return sequence == NULL ? -1 : sequence->kind;
}

const int64_t *clua_argument_ids(const clua_call *call, int32_t position, size_t *count) {
  *count = 0;
  if (position < 1 || position > call->arguments) return NULL;
  struct sequence *sequence = clua_to_fresh_sequence(call->state, call->host, position);
  if (sequence == NULL) return NULL;
  *count = (size_t)sequence->count;
  return sequence->ids;
}

const char *clua_argument_type_name(const clua_call *call, int32_t position) {
  if (position < 1 || position > call->arguments) return "nothing";
  return lua_typename(call->state, lua_type(call->state, position));
}

// From the host to Lua.

struct request {
  clua_host *host;
  const clua_chunk *chunk;
  int position;
  int64_t reference;
  int64_t limit;
  size_t mark;
  const char *name;
  int64_t kind, id;
  bool result;
};

/// Replaces what lies in the arena from `mark` on by the values above `base`.
static void answer(lua_State *L, struct request *request, int base) {
  clua_arena_truncate(request->host, request->mark);
  int64_t limit = request->limit;
  int top = lua_gettop(L);
  for (int index = base + 1; index <= top; index++) {
    clua_copy_value(L, request->host, index, &limit, 0);
  }
  if (request->host->arena.overflowed) {
    request->host->arena.overflowed = false;
    clua_raise(L, "memory", "not enough memory", "a result is too large");
  }
}

static void load_chunk(lua_State *L, const clua_chunk *chunk) {
  if (luaL_loadbufferx(L, chunk->source, chunk->count, chunk->name, "t") != LUA_OK) {
    clua_raise_syntax(L);
  }
}

static int run_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  clua_host *host = request->host;
  lua_settop(L, 0);
  load_chunk(L, request->chunk);
  size_t end = host->arena.count;
  int count = clua_push_values(L, host, request->mark, end, 0);
  clua_arena_truncate(host, request->mark);
  lua_call(L, count, LUA_MULTRET);
  if (request->chunk->keeps_last && lua_gettop(L) > 0) {
    lua_pushvalue(L, 1);
    lua_setglobal(L, "_");
  }
  request->limit = request->chunk->limit;
  answer(L, request, 0);
  return 0;
}

static int check_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  load_chunk(L, request->chunk);
  return 0;
}

/// Runs a C function under a message handler and writes its error, if any, to the arena.
static int32_t protected(
  clua_host *host, lua_State *L, struct request *request, lua_CFunction body, double budget) {
  struct budget_timer timer;
  int base = lua_gettop(L);
  if (!lua_checkstack(L, 8)) {
    clua_arena_truncate(host, request->mark);
    return CLUA_FAILED;
  }
  clua_enter(host, budget, &timer);
  lua_pushcfunction(L, clua_handle_message);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, request);
  int status = lua_pcall(L, 1, 0, base + 1);
  if (status != LUA_OK) clua_write_error(L, host, status, request->mark);
  lua_settop(L, base);
  clua_leave(host, &timer);
  return status == LUA_OK ? CLUA_OK : CLUA_FAILED;
}

int32_t clua_run(clua_host *host, const clua_chunk *chunk, size_t mark) {
  struct request request = {.host = host, .chunk = chunk, .mark = mark};
  return protected(host, host->running->thread, &request, run_protected, chunk->budget);
}

int32_t clua_check(clua_host *host, const clua_chunk *chunk, size_t mark) {
  struct request request = {.host = host, .chunk = chunk, .mark = mark};
  return protected(host, host->running->thread, &request, check_protected, chunk->budget);
}

static int invoke_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  clua_host *host = request->host;
  lua_remove(L, 1);
  if (request->position == 0) lua_rawgeti(L, LUA_REGISTRYINDEX, request->reference);
  size_t end = host->arena.count;
  int count = clua_push_values(L, host, request->mark, end, 0);
  clua_arena_truncate(host, request->mark);
  lua_call(L, count, LUA_MULTRET);
  answer(L, request, 0);
  return 0;
}

/// Calls into Lua from a host function that Lua called: an error is kept, so that it can go on as it is.
static int32_t nested(lua_State *L, struct request *request, lua_CFunction body) {
  int base = lua_gettop(L);
  if (!lua_checkstack(L, 8)) {
    clua_arena_truncate(request->host, request->mark);
    return CLUA_FAILED;
  }
  lua_pushcfunction(L, clua_remember_traceback);
  lua_pushcfunction(L, body);
  lua_pushlightuserdata(L, request);
  bool has_function = request->position > 0;
  if (has_function) lua_pushvalue(L, request->position);
  int status = lua_pcall(L, has_function ? 2 : 1, 0, base + 1);
  if (status != LUA_OK) {
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &clua_pending_key);
    clua_write_error(L, request->host, status, request->mark);
  }
  lua_settop(L, base);
  return status == LUA_OK ? CLUA_OK : CLUA_FAILED;
}

int32_t clua_invoke(clua_host *host, const clua_call *call, int32_t position, int64_t reference,
  double budget, size_t mark) {
  struct request request = {.host = host, .position = call == NULL ? 0 : position,
    .reference = reference, .limit = INT64_MAX, .mark = mark};
  if (call != NULL) return nested(call->state, &request, invoke_protected);
  return protected(host, host->running->thread, &request, invoke_protected, budget);
}

static int invoke_counted(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  clua_begin_count(request->host, (int)request->limit);
  request->limit = INT64_MAX;
  return invoke_protected(L);
}

int32_t clua_invoke_counted(
  clua_host *host, int64_t reference, int32_t instructions, size_t mark) {
  struct request request = {
    .host = host, .reference = reference, .limit = instructions, .mark = mark};
  int32_t status = protected(host, host->running->thread, &request, invoke_counted, 0);
  clua_end_count(host);
  return status;
}

static int test_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  clua_push_row(L, request->host, request->kind, request->id);
  lua_call(L, 1, 1);
  request->result = lua_toboolean(L, -1);
  return 0;
}

int32_t clua_test_row(
  const clua_call *call, int32_t position, int64_t kind, int64_t id, size_t mark) {
  struct request request = {
    .host = call->host, .position = position, .kind = kind, .id = id, .mark = mark};
  if (nested(call->state, &request, test_protected) != CLUA_OK) return -1;
  return request.result;
}

static int copy_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  int64_t limit = request->limit;
  clua_copy_value(L, request->host, 2, &limit, 0);
  return 0;
}

int32_t clua_argument_copy(const clua_call *call, int32_t position, int64_t limit) {
  struct request request = {.host = call->host, .position = position, .limit = limit,
    .mark = call->host->arena.count};
  if (position < 1 || position > call->arguments) return CLUA_FAILED;
  return nested(call->state, &request, copy_protected);
}

static int set_global_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  clua_host *host = request->host;
  lua_pushglobaltable(L);
  lua_pushstring(L, request->name);
  int count = clua_push_values(L, host, request->mark, host->arena.count, 0);
  if (count != 1) lua_settop(L, 3), lua_pushnil(L);
  lua_rawset(L, 2);
  return 0;
}

int32_t clua_set_global(clua_host *host, const char *name, size_t mark) {
  struct request request = {.host = host, .name = name, .mark = mark};
  int32_t status =
    protected(host, host->running->thread, &request, set_global_protected, 0);
  if (status == CLUA_OK) clua_arena_truncate(host, mark);
  return status;
}

static int get_global_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  lua_pushglobaltable(L);
  lua_pushstring(L, request->name);
  lua_rawget(L, 2);
  int64_t limit = request->limit;
  clua_copy_value(L, request->host, -1, &limit, clua_shallow);
  return 0;
}

int32_t clua_get_global(clua_host *host, const char *name, int64_t limit) {
  struct request request = {
    .host = host, .name = name, .mark = host->arena.count, .limit = limit};
  return protected(host, host->running->thread, &request, get_global_protected, 0);
}

static int release_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  luaL_unref(L, LUA_REGISTRYINDEX, (int)request->reference);
  return 0;
}

void clua_release(clua_host *host, int64_t reference) {
  struct request request = {.host = host, .reference = reference, .mark = host->arena.count};
  if (protected(host, host->running->thread, &request, release_protected, 0) != CLUA_OK) {
    clua_arena_truncate(host, request.mark);
  }
}

/// Makes its argument, a table, a list of records.
static int make_records(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_rawgetp(L, LUA_REGISTRYINDEX, &clua_records_key);
  lua_setmetatable(L, 1);
  return 1;
}

static int define_records_protected(lua_State *L) {
  struct request *request = lua_touserdata(L, 1);
  lua_createtable(L, 0, 3);
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, &clua_records_key);
  load_chunk(L, request->chunk);
  lua_pushcfunction(L, make_records);
  lua_call(L, 1, 1);
  lua_setfield(L, -2, "__index");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushliteral(L, "records");
  lua_setfield(L, -2, "__name");
  return 0;
}

int32_t clua_define_records(clua_host *host, const char *source, size_t count) {
  clua_chunk chunk = {.source = source, .count = count, .name = "=records"};
  struct request request = {.host = host, .chunk = &chunk, .mark = host->arena.count};
  return protected(host, host->running->thread, &request, define_records_protected, 0);
}
