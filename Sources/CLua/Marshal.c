// Values between the Lua stack and the arena.
#include "Internal.h"

#include <string.h>

// A copy that begins at the depth `shallow` leaves out what lies inside nested tables.
enum { deepest = 64 };

// From the arena to the stack.

struct reader {
  lua_State *state;
  clua_host *host;
  size_t position, end;
  int argument_base;
};

static void read_bytes(struct reader *reader, void *into, size_t count) {
  if (count > reader->end - reader->position) {
    clua_raise(reader->state, "internal", "a value of the host is cut short", NULL);
  }
  memcpy(into, reader->host->arena.bytes + reader->position, count);
  reader->position += count;
}

static int64_t read_integer(struct reader *reader) {
  int64_t value;
  read_bytes(reader, &value, sizeof value);
  return value;
}

static size_t read_count(struct reader *reader, size_t size) {
  int64_t count = read_integer(reader);
  if (count < 0 || (uint64_t)count > (reader->end - reader->position) / size) {
    clua_raise(reader->state, "internal", "a value of the host is cut short", NULL);
  }
  return (size_t)count;
}

static void push_value(struct reader *reader, int depth);

static void push_table(struct reader *reader, int depth) {
  lua_State *L = reader->state;
  size_t items = read_count(reader, 1);
  size_t pairs = read_count(reader, 1);
  if (depth > deepest) clua_raise(L, "internal", "a value of the host is nested too deep", NULL);
  lua_createtable(L, (int)items, (int)pairs);
  for (size_t item = 1; item <= items; item++) {
    push_value(reader, depth + 1);
    lua_rawseti(L, -2, (lua_Integer)item);
  }
  for (size_t pair = 0; pair < pairs; pair++) {
    push_value(reader, depth + 1);
    push_value(reader, depth + 1);
    lua_rawset(L, -3);
  }
}

static void push_sequence(struct reader *reader) {
  lua_State *L = reader->state;
  int64_t kind = read_integer(reader);
  size_t count = read_count(reader, sizeof(int64_t));
  struct sequence *sequence =
    lua_newuserdatauv(L, sizeof *sequence + count * sizeof(int64_t), 0);
  sequence->kind = kind;
  sequence->epoch = reader->host->epochs[kind];
  sequence->count = (int64_t)count;
  read_bytes(reader, sequence->ids, count * sizeof(int64_t));
  clua_set_sequence_metatable(L, kind);
}

static void push_value(struct reader *reader, int depth) {
  lua_State *L = reader->state;
  luaL_checkstack(L, 6, "too many values");
  uint8_t tag;
  read_bytes(reader, &tag, 1);
  switch (tag) {
    case CLUA_NIL: lua_pushnil(L); break;
    case CLUA_FALSE: lua_pushboolean(L, 0); break;
    case CLUA_TRUE: lua_pushboolean(L, 1); break;
    case CLUA_INTEGER: lua_pushinteger(L, read_integer(reader)); break;
    case CLUA_NUMBER: {
      double number;
      read_bytes(reader, &number, sizeof number);
      lua_pushnumber(L, number);
      break;
    }
    case CLUA_STRING: {
      size_t count = read_count(reader, 1);
      lua_pushlstring(L, (const char *)reader->host->arena.bytes + reader->position, count);
      reader->position += count;
      break;
    }
    case CLUA_ROW: {
      int64_t kind = read_integer(reader);
      clua_push_row(L, reader->host, kind, read_integer(reader));
      break;
    }
    case CLUA_SEQUENCE: push_sequence(reader); break;
    case CLUA_TABLE: push_table(reader, depth); break;
    case CLUA_FUNCTION:
      lua_rawgeti(L, LUA_REGISTRYINDEX, read_integer(reader));
      break;
    case CLUA_ARGUMENT:
      lua_pushvalue(L, reader->argument_base + (int)read_integer(reader));
      break;
    case CLUA_RECORDS:
      push_value(reader, depth + 1);
      lua_rawgetp(L, LUA_REGISTRYINDEX, &clua_records_key);
      if (lua_istable(L, -2) && lua_istable(L, -1)) {
        lua_setmetatable(L, -2);
      } else {
        lua_pop(L, 1);
      }
      break;
    default:
      clua_raise(L, "internal", "a value of the host has an unknown type", NULL);
  }
}

/// Pushes all values of a part of the arena and returns how many they are. Nothing may write to the
/// arena meanwhile; as the host's tables are raw and finalizers are refused, nothing can.
int clua_push_values(lua_State *L, clua_host *host, size_t start, size_t end, int argument_base) {
  if (host->arena.overflowed) {
    host->arena.overflowed = false;
    clua_raise(L, "memory", "not enough memory", "a result is too large");
  }
  struct reader reader = {L, host, start, end, argument_base};
  int count = 0;
  while (reader.position < end) {
    push_value(&reader, 0);
    count++;
  }
  return count;
}

// From the stack to the arena.

static void write_tag(clua_host *host, uint8_t tag) { clua_arena_write(host, &tag, 1); }

static void write_integer(clua_host *host, int64_t value) {
  clua_arena_write(host, &value, sizeof value);
}

static void write_opaque(clua_host *host, const char *name) {
  write_tag(host, CLUA_OPAQUE);
  write_integer(host, (int64_t)strlen(name));
  clua_arena_write(host, name, strlen(name));
}

static void copy_table(lua_State *L, clua_host *host, int index, int64_t *limit, int depth) {
  if (depth > deepest && depth < clua_shallow) {
    clua_raise(L, "argument", "a table is nested too deep", "does it contain itself?");
  }
  luaL_checkstack(L, 6, NULL);
  size_t header = host->arena.count;
  write_tag(host, CLUA_TABLE);
  write_integer(host, 0);
  write_integer(host, 0);
  int64_t items = 0, pairs = 0;
  bool cut = false;
  for (;; items++) {
    if (lua_rawgeti(L, index, items + 1) == LUA_TNIL) {
      lua_pop(L, 1);
      break;
    }
    if (*limit <= 0) {
      lua_pop(L, 1);
      cut = true;
      break;
    }
    clua_copy_value(L, host, -1, limit, depth + 1);
    lua_pop(L, 1);
    if ((items & 255) == 0) poll(L, host);
  }
  int64_t in_order = items;
  lua_pushnil(L);
  while (!cut && lua_next(L, index)) {
    int is_integer = 0;
    lua_Integer key = lua_isinteger(L, -2) ? lua_tointegerx(L, -2, &is_integer) : 0;
    if (!is_integer || key < 1 || key > in_order) {
      if (*limit <= 0) {
        lua_pop(L, 2);
        cut = true;
        break;
      }
      clua_copy_value(L, host, -2, limit, depth + 1);
      clua_copy_value(L, host, -1, limit, depth + 1);
      pairs++;
    }
    lua_pop(L, 1);
  }
  if (cut) {
    // An item more that says so; it stands where the next pair or item would.
    if (pairs == 0) {
      write_tag(host, CLUA_MORE);
      items++;
    } else {
      write_tag(host, CLUA_MORE);
      write_tag(host, CLUA_TRUE);
      pairs++;
    }
  }
  if (host->arena.overflowed) return;
  memcpy(host->arena.bytes + header + 1, &items, sizeof items);
  memcpy(host->arena.bytes + header + 1 + sizeof items, &pairs, sizeof pairs);
}

/// Copies one value; tables with what they hold, functions by reference. Metamethods are not called.
void clua_copy_value(lua_State *L, clua_host *host, int index, int64_t *limit, int depth) {
  index = lua_absindex(L, index);
  *limit -= 1;
  switch (lua_type(L, index)) {
    case LUA_TNIL: write_tag(host, CLUA_NIL); return;
    case LUA_TBOOLEAN: write_tag(host, lua_toboolean(L, index) ? CLUA_TRUE : CLUA_FALSE); return;
    case LUA_TNUMBER:
      if (lua_isinteger(L, index)) {
        write_tag(host, CLUA_INTEGER);
        write_integer(host, lua_tointeger(L, index));
      } else {
        double number = lua_tonumber(L, index);
        write_tag(host, CLUA_NUMBER);
        clua_arena_write(host, &number, sizeof number);
      }
      return;
    case LUA_TSTRING: {
      size_t count;
      const char *bytes = lua_tolstring(L, index, &count);
      write_tag(host, CLUA_STRING);
      write_integer(host, (int64_t)count);
      clua_arena_write(host, bytes, count);
      return;
    }
    case LUA_TTABLE:
      if (depth > clua_shallow) write_opaque(host, "table");
      else copy_table(L, host, index, limit, depth);
      return;
    case LUA_TFUNCTION:
      if (depth >= clua_shallow) {
        write_opaque(host, "function");
        return;
      }
      luaL_checkstack(L, 3, NULL);
      lua_pushvalue(L, index);
      write_tag(host, CLUA_FUNCTION);
      write_integer(host, luaL_ref(L, LUA_REGISTRYINDEX));
      return;
    case LUA_TUSERDATA: {
      struct row *row = clua_to_fresh_row(L, host, index);
      if (row != NULL) {
        write_tag(host, CLUA_ROW);
        write_integer(host, row->kind);
        write_integer(host, row->id);
        return;
      }
      struct sequence *sequence = clua_to_fresh_sequence(L, host, index);
      if (sequence != NULL) {
        write_tag(host, CLUA_SEQUENCE);
        write_integer(host, sequence->kind);
        write_integer(host, sequence->count);
        clua_arena_write(host, sequence->ids, (size_t)sequence->count * sizeof(int64_t));
        return;
      }
      write_opaque(host,
        clua_to_row(L, host, index) != NULL ? "row from before" : "userdata");
      return;
    }
    default: write_opaque(host, luaL_typename(L, index)); return;
  }
}
