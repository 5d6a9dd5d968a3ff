// The functions of `table` that loop in C: metered, so that an interrupt stops them. Sorting is a merge
// sort: stable, which a report wants, and its comparisons cannot run outside of the table.
#include "Internal.h"

static void check_table(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TTABLE) return;
  if (luaL_getmetafield(L, index, "__index") != LUA_TNIL) {
    lua_pop(L, 1);
    return;
  }
  luaL_checktype(L, index, LUA_TTABLE);
}

static int table_insert(lua_State *L) {
  clua_host *host = host_of(L);
  check_table(L, 1);
  lua_Integer end = (lua_Integer)((lua_Unsigned)luaL_len(L, 1) + 1);
  lua_Integer position = end;
  switch (lua_gettop(L)) {
    case 2: break;
    case 3:
      position = luaL_checkinteger(L, 2);
      luaL_argcheck(
        L, (lua_Unsigned)position - 1 < (lua_Unsigned)end, 2, "position out of bounds");
      for (lua_Integer index = end; index > position; index--) {
        if ((index & 255) == 0) poll(L, host);
        lua_geti(L, 1, index - 1);
        lua_seti(L, 1, index);
      }
      break;
    default: return luaL_error(L, "table.insert takes two or three arguments");
  }
  lua_seti(L, 1, position);
  return 0;
}

static int table_remove(lua_State *L) {
  clua_host *host = host_of(L);
  check_table(L, 1);
  lua_Integer size = luaL_len(L, 1);
  lua_Integer position = luaL_optinteger(L, 2, size);
  if (!lua_isnone(L, 2) && position != size) {
    luaL_argcheck(
      L, (lua_Unsigned)position - 1 <= (lua_Unsigned)size, 2, "position out of bounds");
  }
  lua_geti(L, 1, position);
  for (; position < size; position++) {
    if ((position & 255) == 0) poll(L, host);
    lua_geti(L, 1, position + 1);
    lua_seti(L, 1, position);
  }
  lua_pushnil(L);
  lua_seti(L, 1, position);
  return 1;
}

static int table_move(lua_State *L) {
  clua_host *host = host_of(L);
  lua_Integer from = luaL_checkinteger(L, 2);
  lua_Integer last = luaL_checkinteger(L, 3);
  lua_Integer to = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  check_table(L, 1);
  check_table(L, target);
  if (last >= from) {
    luaL_argcheck(L, from > 0 || last < LUA_MAXINTEGER + from, 3, "too many elements to move");
    lua_Integer count = last - from + 1;
    luaL_argcheck(L, to <= LUA_MAXINTEGER - count + 1, 4, "destination wraps around");
    bool overlaps = to > from && to <= last && (target == 1 || lua_compare(L, 1, 5, LUA_OPEQ));
    for (lua_Integer step = 0; step < count; step++) {
      if ((step & 255) == 0) poll(L, host);
      lua_Integer offset = overlaps ? count - 1 - step : step;
      lua_geti(L, 1, from + offset);
      lua_seti(L, target, to + offset);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static int table_concat(lua_State *L) {
  clua_host *host = host_of(L);
  check_table(L, 1);
  lua_Integer last = luaL_len(L, 1);
  size_t separator_count;
  const char *separator = luaL_optlstring(L, 2, "", &separator_count);
  lua_Integer first = luaL_optinteger(L, 3, 1);
  last = luaL_optinteger(L, 4, last);
  luaL_Buffer buffer;
  luaL_buffinit(L, &buffer);
  for (lua_Integer index = first; index <= last; index++) {
    if ((index & 63) == 0) poll(L, host);
    lua_geti(L, 1, index);
    if (!lua_isstring(L, -1)) {
      return luaL_error(L, "invalid value (at index %I in table for 'concat': %s)",
        (LUAI_UACINT)index, luaL_typename(L, -1));
    }
    luaL_addvalue(&buffer);
    if (index == last) break;
    luaL_addlstring(&buffer, separator, separator_count);
  }
  luaL_pushresult(&buffer);
  return 1;
}

enum { source = 3, spare = 4 };

/// Whether the element on top belongs before the one below it; takes both away.
static bool top_goes_first(lua_State *L, bool has_order) {
  bool first;
  if (has_order) {
    lua_pushvalue(L, 2);
    lua_insert(L, -3);
    lua_insert(L, -2);
    lua_call(L, 2, 1);
    first = lua_toboolean(L, -1);
    lua_pop(L, 1);
  } else {
    first = lua_compare(L, -1, -2, LUA_OPLT);
    lua_pop(L, 2);
  }
  return first;
}

/// Merges two sorted runs of `from` into `to`; at equal elements the left one goes first.
static void merge(lua_State *L, clua_host *host, int from, int to, lua_Integer left,
  lua_Integer middle, lua_Integer end, bool has_order) {
  lua_Integer right = middle;
  for (lua_Integer out = left, next = left; out < end; out++) {
    poll(L, host);
    bool take_right = right < end;
    if (take_right && next < middle) {
      lua_rawgeti(L, from, next);
      lua_rawgeti(L, from, right);
      take_right = top_goes_first(L, has_order);
    }
    lua_rawgeti(L, from, take_right ? right++ : next++);
    lua_rawseti(L, to, out);
  }
}

static int table_sort(lua_State *L) {
  clua_host *host = host_of(L);
  check_table(L, 1);
  lua_Integer count = luaL_len(L, 1);
  bool has_order = !lua_isnoneornil(L, 2);
  if (has_order) luaL_checktype(L, 2, LUA_TFUNCTION);
  luaL_argcheck(L, count < INT32_MAX, 1, "array too big");
  lua_settop(L, 2);
  if (count < 2) return 0;
  lua_createtable(L, 0, 0);
  lua_createtable(L, 0, 0);
  luaL_checkstack(L, 10, NULL);
  for (lua_Integer index = 1; index <= count; index++) {
    if ((index & 255) == 0) poll(L, host);
    lua_geti(L, 1, index);
    lua_rawseti(L, source, index);
  }
  int from = source, to = spare;
  for (lua_Integer width = 1; width < count; width *= 2) {
    for (lua_Integer left = 1; left <= count; left += 2 * width) {
      lua_Integer end = left + 2 * width <= count + 1 ? left + 2 * width : count + 1;
      lua_Integer middle = left + width <= end ? left + width : end;
      merge(L, host, from, to, left, middle, end, has_order);
    }
    int other = from;
    from = to;
    to = other;
  }
  for (lua_Integer index = 1; index <= count; index++) {
    if ((index & 255) == 0) poll(L, host);
    lua_rawgeti(L, from, index);
    lua_seti(L, 1, index);
  }
  return 0;
}

/// Replaces the functions of the library whose table is on top.
void clua_open_tables(lua_State *L) {
  static const luaL_Reg functions[] = {
    {"insert", table_insert}, {"remove", table_remove}, {"move", table_move},
    {"concat", table_concat}, {"sort", table_sort},     {NULL, NULL},
  };
  luaL_setfuncs(L, functions, 0);
}
