// What the files of the C wall share. Only they include Lua's headers.
#pragma once
#define _GNU_SOURCE  // gettid, SIGEV_THREAD_ID, memmem
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

#include "CLua.h"

/// One coroutine that runs; the innermost first.
struct running {
  lua_State *thread;
  struct running *previous;
};

struct clua_control {
  atomic_int references;
  atomic_int reasons;
  /// Whether `thread` runs code of `host`; those who signal it are counted in `senders`.
  atomic_int active;
  atomic_int senders;
  pthread_t thread;
  struct clua_host *host;
};

struct arena {
  uint8_t *bytes;
  size_t count, capacity;
  bool overflowed;
};

enum { CLUA_MOST_KINDS = 256 };

/// What surrounds one run: its CPU timer, and the signals that its thread blocked before.
struct budget_timer {
  timer_t timer;
  bool exists;
  sigset_t blocked;
};

struct clua_host {
  lua_State *state;
  clua_control *control;
  struct running *volatile running;
  struct running base;
  /// The host whose run this one interrupts on the same thread.
  struct clua_host *outer;
  int depth;
  /// What surrounds the host's own work, where that is outermost.
  struct budget_timer work;
  /// Whether instructions are counted; a coroutine may keep the hook for longer.
  bool counting;
  /// What `os.exit` was given.
  int exit_code;
  clua_options options;
  void *context;
  clua_dispatch dispatch;
  size_t used;
  int64_t allocations_left;
  struct arena arena;
  /// Where the metatables of each kind of row and of its sequences are; the registry keeps them alive.
  const void *row_metatables[CLUA_MOST_KINDS], *sequence_metatables[CLUA_MOST_KINDS];
  /// Counts how often the rows of a kind got new meanings; rows from before are refused.
  int64_t epochs[CLUA_MOST_KINDS];
};

/// A row as userdata; sequences begin alike and go on with their ids.
struct row {
  int64_t kind;
  int64_t epoch;
  int64_t id;
};
struct sequence {
  int64_t kind;
  int64_t epoch;
  int64_t count;
  int64_t ids[];
};

// The extra space of each Lua thread holds its host; the lowest bit marks a coroutine that an interrupt
// killed: Lua leaves hooks switched off in it, so nothing may ever run there again.
static inline clua_host *host_of(lua_State *L) {
  return (clua_host *)(*(uintptr_t *)lua_getextraspace(L) & ~(uintptr_t)1);
}

// Interrupt.c
void clua_enter(clua_host *host, double budget, struct budget_timer *timer);
void clua_leave(clua_host *host, struct budget_timer *timer);
void clua_arm(clua_host *host);
void clua_stop_if_asked(lua_State *L);
/// Stops the running functions after so many instructions, until `clua_end_count`.
void clua_begin_count(clua_host *host, int instructions);
void clua_end_count(clua_host *host);
/// Stops the running function if an interrupt is pending.
static inline void poll(lua_State *L, clua_host *host) {
  if (atomic_load_explicit(&host->control->reasons, memory_order_relaxed) != 0) {
    clua_stop_if_asked(L);
  }
}
// Error.c
extern char clua_error_key, clua_pending_key, clua_traceback_key, clua_records_key;
void clua_push_error(lua_State *L, const char *kind, const char *message, const char *hint);
_Noreturn int clua_raise(lua_State *L, const char *kind, const char *message, const char *hint);
_Noreturn void clua_raise_syntax(lua_State *L);
int clua_handle_message(lua_State *L);
int clua_remember_traceback(lua_State *L);
void clua_write_error(lua_State *L, clua_host *host, int status, size_t mark);
void clua_open_errors(lua_State *L);
int clua_traceback(lua_State *L);
// Marshal.c
enum { clua_shallow = 1000 };
int clua_push_values(lua_State *L, clua_host *host, size_t start, size_t end, int argument_base);
void clua_copy_value(lua_State *L, clua_host *host, int index, int64_t *limit, int depth);
// Rows.c
void clua_set_sequence_metatable(lua_State *L, int64_t kind);
struct row *clua_to_row(lua_State *L, clua_host *host, int index);
struct sequence *clua_to_sequence(lua_State *L, clua_host *host, int index);
/// The same, but NULL also for what stands for numbers that mean something else by now.
struct row *clua_to_fresh_row(lua_State *L, clua_host *host, int index);
struct sequence *clua_to_fresh_sequence(lua_State *L, clua_host *host, int index);
void clua_push_row(lua_State *L, clua_host *host, int64_t kind, int64_t id);
// Call.c
int clua_trampoline(lua_State *L);
int clua_finish(lua_State *L, clua_host *host, int status, size_t mark);
// Libraries
void clua_open_libraries(lua_State *L, clua_host *host);
int clua_write_output(lua_State *L, clua_host *host);
void clua_open_coroutines(lua_State *L);
void clua_open_strings(lua_State *L);
void clua_open_tables(lua_State *L);
void clua_open_files(lua_State *L);
