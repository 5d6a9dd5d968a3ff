// Rows, sequences of rows, and modules: what their metatables do.
#include "Internal.h"

// Rows and sequences. Their metatables lie in the registry at negative integers: -2 * kind - 2 and the
// next lower one; `luaL_ref` uses the positive ones.

static lua_Integer row_key(int64_t kind) { return -2 * kind - 2; }
static lua_Integer sequence_key(int64_t kind) { return -2 * kind - 3; }

/// A full userdata's block if it is large enough and its metatable says that it is the host's.
static void *host_block(lua_State *L, clua_host *host, int index, bool sequence) {
  if (lua_type(L, index) != LUA_TUSERDATA || lua_rawlen(L, index) < sizeof(struct row)) return NULL;
  struct row *block = lua_touserdata(L, index);
  if (block->kind < 0 || block->kind >= CLUA_MOST_KINDS) return NULL;
  if (!lua_checkstack(L, 1) || !lua_getmetatable(L, index)) return NULL;
  const void *metatable = lua_topointer(L, -1);
  lua_pop(L, 1);
  const void **known = sequence ? host->sequence_metatables : host->row_metatables;
  return metatable == known[block->kind] ? block : NULL;
}

struct row *clua_to_row(lua_State *L, clua_host *host, int index) {
  return host_block(L, host, index, false);
}

struct sequence *clua_to_sequence(lua_State *L, clua_host *host, int index) {
  return host_block(L, host, index, true);
}

struct row *clua_to_fresh_row(lua_State *L, clua_host *host, int index) {
  struct row *row = clua_to_row(L, host, index);
  return row != NULL && row->epoch == host->epochs[row->kind] ? row : NULL;
}

struct sequence *clua_to_fresh_sequence(lua_State *L, clua_host *host, int index) {
  struct sequence *sequence = clua_to_sequence(L, host, index);
  return sequence != NULL && sequence->epoch == host->epochs[sequence->kind] ? sequence : NULL;
}

void clua_push_row(lua_State *L, clua_host *host, int64_t kind, int64_t id) {
  struct row *row = lua_newuserdatauv(L, sizeof *row, 0);
  row->kind = kind;
  row->epoch = host->epochs[kind];
  row->id = id;
  lua_rawgeti(L, LUA_REGISTRYINDEX, row_key(kind));
  lua_setmetatable(L, -2);
}

void clua_set_sequence_metatable(lua_State *L, int64_t kind) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, sequence_key(kind));
  lua_setmetatable(L, -2);
}

// Metatables of rows and sequences.

static void bad_self(lua_State *L, const char *name) {
  lua_pushfstring(L, "this is not a %s", name);
  clua_raise(L, "argument", lua_tostring(L, -1), "call a method with ':', as in value:method()");
}

/// Raises for a member that does not exist, or that may not be assigned; the host words it.
static int complain(lua_State *L, int operation, int64_t kind, int64_t id, int32_t module) {
  clua_host *host = host_of(L);
  clua_call call = {
    .host = host, .state = L, .operation = operation, .method = module, .kind = kind, .id = id};
  lua_settop(L, 3);
  call.bytes = luaL_tolstring(L, 2, &call.count);
  call.arguments = 2;
  size_t mark = host->arena.count;
  return clua_finish(L, host, host->dispatch(host->context, &call), mark);
}

/// Refuses a row or sequence whose numbers mean something else by now; the host words it.
static void check_fresh(lua_State *L, clua_host *host, int64_t kind, int64_t epoch) {
  if (epoch == host->epochs[kind]) return;
  clua_call call = {.host = host, .state = L, .operation = CLUA_STALE_ROW, .kind = kind};
  size_t mark = host->arena.count;
  clua_finish(L, host, host->dispatch(host->context, &call), mark);
}

void clua_renew_rows(clua_host *host, int64_t kind) {
  if (kind >= 0 && kind < CLUA_MOST_KINDS) host->epochs[kind]++;
}

/// Upvalues: the members by name (a function, or a field's number), the name of the type.
static int index_row(lua_State *L) {
  clua_host *host = host_of(L);
  struct row *row = clua_to_row(L, host, 1);
  if (row == NULL) bad_self(L, lua_tostring(L, lua_upvalueindex(2)));
  check_fresh(L, host, row->kind, row->epoch);
  lua_pushvalue(L, 2);
  int type = lua_rawget(L, lua_upvalueindex(1));
  if (type == LUA_TFUNCTION) return 1;
  if (type == LUA_TNIL) return complain(L, CLUA_UNKNOWN_MEMBER, row->kind, row->id, -1);
  poll(L, host);
  clua_call call = {.host = host, .state = L, .operation = CLUA_READ_FIELD,
    .method = (int32_t)lua_tointeger(L, -1), .kind = row->kind, .id = row->id};
  size_t mark = host->arena.count;
  return clua_finish(L, host, host->dispatch(host->context, &call), mark);
}

static int index_sequence(lua_State *L) {
  clua_host *host = host_of(L);
  struct sequence *sequence = clua_to_sequence(L, host, 1);
  if (sequence == NULL) bad_self(L, lua_tostring(L, lua_upvalueindex(2)));
  check_fresh(L, host, sequence->kind, sequence->epoch);
  if (lua_type(L, 2) == LUA_TNUMBER) {
    int is_integer;
    lua_Integer position = lua_tointegerx(L, 2, &is_integer);
    if (!is_integer || position < 1 || position > sequence->count) return 0;
    clua_push_row(L, host, sequence->kind, sequence->ids[position - 1]);
    return 1;
  }
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) == LUA_TFUNCTION) return 1;
  return complain(L, CLUA_UNKNOWN_MEMBER, sequence->kind, 0, -2);
}

static int assign_row(lua_State *L) {
  struct row *row = clua_to_row(L, host_of(L), 1);
  return complain(L, CLUA_READ_ONLY, row == NULL ? -1 : row->kind, 0, -1);
}

static int assign_sequence(lua_State *L) {
  struct sequence *sequence = clua_to_sequence(L, host_of(L), 1);
  return complain(L, CLUA_READ_ONLY, sequence == NULL ? -1 : sequence->kind, 0, -2);
}

static int equal_rows(lua_State *L) {
  clua_host *host = host_of(L);
  struct row *a = clua_to_row(L, host, 1), *b = clua_to_row(L, host, 2);
  lua_pushboolean(L, a != NULL && b != NULL && a->kind == b->kind && a->id == b->id
    && a->epoch == b->epoch);
  return 1;
}

static int describe(lua_State *L) {
  clua_host *host = host_of(L);
  struct row *row = clua_to_row(L, host, 1);
  struct sequence *sequence = row == NULL ? clua_to_sequence(L, host, 1) : NULL;
  if (row == NULL && sequence == NULL) bad_self(L, lua_tostring(L, lua_upvalueindex(2)));
  poll(L, host);
  check_fresh(L, host, row != NULL ? row->kind : sequence->kind,
    row != NULL ? row->epoch : sequence->epoch);
  clua_call call = {.host = host, .state = L, .arguments = 1,
    .operation = row != NULL ? CLUA_DESCRIBE_ROW : CLUA_DESCRIBE_SEQUENCE,
    .kind = row != NULL ? row->kind : sequence->kind, .id = row != NULL ? row->id : 0};
  size_t mark = host->arena.count;
  return clua_finish(L, host, host->dispatch(host->context, &call), mark);
}

static int length_of_sequence(lua_State *L) {
  struct sequence *sequence = clua_to_sequence(L, host_of(L), 1);
  if (sequence == NULL) bad_self(L, lua_tostring(L, lua_upvalueindex(2)));
  check_fresh(L, host_of(L), sequence->kind, sequence->epoch);
  lua_pushinteger(L, sequence->count);
  return 1;
}

static int next_in_sequence(lua_State *L) {
  clua_host *host = host_of(L);
  struct sequence *sequence = clua_to_sequence(L, host, 1);
  if (sequence == NULL) bad_self(L, "sequence");
  check_fresh(L, host, sequence->kind, sequence->epoch);
  lua_Integer position = lua_tointeger(L, 2) + 1;
  if (position < 1 || position > sequence->count) return 0;
  lua_pushinteger(L, position);
  clua_push_row(L, host, sequence->kind, sequence->ids[position - 1]);
  return 2;
}

static int pairs_of_sequence(lua_State *L) {
  lua_pushcfunction(L, next_in_sequence);
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

static void push_members(lua_State *L, const clua_member *members, size_t count) {
  lua_createtable(L, 0, (int)count);
  for (size_t index = 0; index < count; index++) {
    lua_pushinteger(L, members[index].method);
    if (!members[index].is_field) lua_pushcclosure(L, clua_trampoline, 1);
    lua_setfield(L, -2, members[index].name);
  }
}

/// Members and name are on top of the stack; sets a metamethod that has both as upvalues.
static void set_metamethod(lua_State *L, int metatable, const char *name, lua_CFunction function) {
  lua_pushvalue(L, -2);
  lua_pushvalue(L, -2);
  lua_pushcclosure(L, function, 2);
  lua_setfield(L, metatable, name);
}

struct definition {
  int64_t kind;
  const char *name;
  const clua_member *members, *sequence_members;
  size_t member_count, sequence_member_count;
  int32_t sequence_call, module;
};

static void finish_metatable(
  lua_State *L, const char *name, lua_Integer key, const void **known) {
  lua_pop(L, 2);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  *known = lua_topointer(L, -1);
  lua_rawseti(L, LUA_REGISTRYINDEX, key);
}

static int define_rows(lua_State *L) {
  struct definition *definition = lua_touserdata(L, 1);
  lua_createtable(L, 0, 8);
  int metatable = lua_gettop(L);
  push_members(L, definition->members, definition->member_count);
  lua_pushstring(L, definition->name);
  set_metamethod(L, metatable, "__index", index_row);
  set_metamethod(L, metatable, "__newindex", assign_row);
  set_metamethod(L, metatable, "__eq", equal_rows);
  set_metamethod(L, metatable, "__tostring", describe);
  finish_metatable(L, definition->name, row_key(definition->kind),
    &host_of(L)->row_metatables[definition->kind]);
  lua_createtable(L, 0, 8);
  metatable = lua_gettop(L);
  push_members(L, definition->sequence_members, definition->sequence_member_count);
  lua_pushfstring(L, "sequence of %ss", definition->name);
  const char *name = lua_tostring(L, -1);
  set_metamethod(L, metatable, "__index", index_sequence);
  set_metamethod(L, metatable, "__newindex", assign_sequence);
  set_metamethod(L, metatable, "__len", length_of_sequence);
  set_metamethod(L, metatable, "__pairs", pairs_of_sequence);
  set_metamethod(L, metatable, "__tostring", describe);
  if (definition->sequence_call >= 0) {
    lua_pushinteger(L, definition->sequence_call);
    lua_pushcclosure(L, clua_trampoline, 1);
    lua_setfield(L, metatable, "__call");
  }
  finish_metatable(L, name, sequence_key(definition->kind),
    &host_of(L)->sequence_metatables[definition->kind]);
  return 0;
}

static int unknown_in_module(lua_State *L) {
  return complain(L, CLUA_UNKNOWN_MEMBER, -1, 0, (int32_t)lua_tointeger(L, lua_upvalueindex(1)));
}

static int assign_in_module(lua_State *L) {
  return complain(L, CLUA_READ_ONLY, -1, 0, (int32_t)lua_tointeger(L, lua_upvalueindex(1)));
}

static int define_module(lua_State *L) {
  struct definition *definition = lua_touserdata(L, 1);
  push_members(L, definition->members, definition->member_count);
  lua_createtable(L, 0, 4);
  lua_pushinteger(L, definition->module);
  lua_pushcclosure(L, unknown_in_module, 1);
  lua_setfield(L, -2, "__index");
  lua_pushinteger(L, definition->module);
  lua_pushcclosure(L, assign_in_module, 1);
  lua_setfield(L, -2, "__newindex");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_setmetatable(L, -2);
  lua_setglobal(L, definition->name);
  return 0;
}

static int32_t define(clua_host *host, lua_CFunction function, struct definition *definition) {
  lua_State *L = host->state;
  if (!lua_checkstack(L, 4)) return CLUA_FAILED;
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, definition);
  if (lua_pcall(L, 1, 0, 0) == LUA_OK) return CLUA_OK;
  lua_pop(L, 1);
  return CLUA_FAILED;
}

int32_t clua_define_rows(
  clua_host *host, int64_t kind, const char *name, const clua_member *members, size_t member_count,
  const clua_member *sequence_members, size_t sequence_member_count, int32_t sequence_call) {
  struct definition definition = {.kind = kind, .name = name, .members = members,
    .member_count = member_count, .sequence_members = sequence_members,
    .sequence_member_count = sequence_member_count, .sequence_call = sequence_call};
  if (kind < 0 || kind >= CLUA_MOST_KINDS) return CLUA_FAILED;
  return define(host, define_rows, &definition);
}

int32_t clua_define_module(clua_host *host, const char *name, int32_t module,
  const clua_member *members, size_t member_count) {
  struct definition definition = {
    .name = name, .module = module, .members = members, .member_count = member_count};
  return define(host, define_module, &definition);
}
