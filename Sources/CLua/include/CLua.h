/// The C wall around Lua 5.4.
///
/// A Lua error is a longjmp, which must never cross a Swift frame. Nothing declared here can raise: what
/// may fail runs in a protected call and returns a status. Values travel in both directions as tagged
/// bytes in the host's arena (`clua_tag`), never as Lua stack manipulations.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct lua_State lua_State;
typedef struct clua_host clua_host;
typedef struct clua_control clua_control;

/// How a value begins in the arena; numbers are in native byte order and unaligned.
enum clua_tag {
  CLUA_NIL = 'N',
  CLUA_FALSE = 'F',
  CLUA_TRUE = 'T',
  CLUA_INTEGER = 'I',   ///< int64
  CLUA_NUMBER = 'D',    ///< double
  CLUA_STRING = 'S',    ///< int64 count, bytes
  CLUA_ROW = 'R',       ///< int64 kind, int64 id
  CLUA_SEQUENCE = 'Q',  ///< int64 kind, int64 count, count × int64 id
  CLUA_TABLE = '{',     ///< int64 items, int64 pairs, the items, then key and value of each pair
  CLUA_FUNCTION = 'L',  ///< int64 reference made by the host
  CLUA_ARGUMENT = 'A',  ///< int64 position: an argument of the running call, outward only
  CLUA_RECORDS = 'M',   ///< outward only: the table that follows gets the records metatable
  CLUA_OPAQUE = 'O',    ///< a value that cannot travel: int64 count, bytes of its type name
  CLUA_MORE = 'X',      ///< inward only: the limit was reached, the rest of the table was left out
};

/// How a protected call or a host function ended.
enum clua_status {
  CLUA_OK = 0,
  CLUA_FAILED = 1,       ///< inward: the error lies in the arena. Outward: kind, message, hint lie there.
  CLUA_RETHROW = 2,      ///< outward only: raise again what the last `clua_invoke` caught
  CLUA_INTERRUPT = 3,    ///< outward only: raise the pending interrupt
};

/// Why running code is asked to stop; a set of bits.
enum clua_reason {
  CLUA_REASON_INTERRUPTED = 1,
  CLUA_REASON_BUDGET = 2,
  CLUA_REASON_MEMORY = 4,
  CLUA_REASON_COUNT = 8,
  CLUA_REASON_EXIT = 16,  ///< the script ended itself
};

/// What the dispatcher is asked to do.
enum clua_operation {
  CLUA_CALL_FUNCTION,       ///< `method` with the arguments on the stack
  CLUA_READ_FIELD,          ///< field `method` of row `kind`, `id`
  CLUA_DESCRIBE_ROW,        ///< text of row `kind`, `id`
  CLUA_DESCRIBE_SEQUENCE,   ///< text of the sequence that is argument 1
  CLUA_UNKNOWN_MEMBER,      ///< `bytes` is no member of row `id` of `kind`, of its sequences, of module `method`
  CLUA_READ_ONLY,           ///< an assignment to member `bytes` of `kind` or of module `method`
  CLUA_WRITE_OUTPUT,        ///< `bytes` were printed
  CLUA_FIND_MODULE,         ///< `require` of `bytes`: answer with chunk name and source
  CLUA_STALE_ROW,           ///< a row or sequence of `kind` from before its rows got new meanings
  CLUA_ALLOW_PATH,          ///< may the file `bytes` be opened (`method` 1: for writing)?
};

/// One call from Lua; what Swift's dispatcher receives.
typedef struct clua_call {
  clua_host *_Nonnull host;
  lua_State *_Nonnull state;
  int32_t operation;
  int32_t method;
  int32_t arguments;
  int64_t kind;
  int64_t id;
  const char *_Nullable bytes;
  size_t count;
} clua_call;

/// Runs one call and leaves its results, or an error's kind, message and hint, in the arena.
typedef int32_t (*clua_dispatch)(void *_Nullable context, const clua_call *_Nonnull call);

/// What a state may do.
typedef struct clua_options {
  bool plugin;            ///< the allow-list of libraries instead of the analyst's
  size_t soft_quota;      ///< bytes after which running code is interrupted
  size_t hard_cap;        ///< bytes after which allocations are refused
} clua_options;

// States.

/// A new state, or NULL where there is no memory for it.
clua_host *_Nullable clua_open(
  clua_options options, void *_Nullable context, clua_dispatch _Nonnull dispatch);
/// Ends a state.
void clua_close(clua_host *_Nonnull host);
/// Bytes in use by the state.
size_t clua_memory(const clua_host *_Nonnull host);
/// For tests: after `count` more allocations all others fail; a negative count ends that.
void clua_fail_allocations(clua_host *_Nonnull host, int64_t count);

// Interrupts.

/// The control of a state, retained; it may outlive the state.
clua_control *_Nonnull clua_control_of(clua_host *_Nonnull host);
/// Releases a control.
void clua_control_release(clua_control *_Nonnull control);
/// Asks what runs under this control to stop; from any thread, and from a signal handler.
void clua_interrupt(clua_control *_Nonnull control, int32_t reason);
/// The reasons to stop that are pending.
int32_t clua_pending(const clua_host *_Nonnull host);
/// Makes SIGINT interrupt this control (NULL: as before) and gives back the control it replaces.
clua_control *_Nullable clua_catch_sigint(clua_control *_Nullable control);
/// Runs a function on a thread with a stack of `bytes` and waits for it; false if none could be made.
bool clua_on_thread(size_t bytes, void (*_Nonnull body)(void *_Nullable), void *_Nullable context);

/// Begins a stretch of the host's own work that an interrupt may stop: `clua_pending` tells of it. Such
/// stretches and runs may lie inside each other, on one thread.
void clua_begin_work(clua_host *_Nonnull host);
/// Ends it.
void clua_end_work(clua_host *_Nonnull host);

// The arena.

/// The number of bytes in the arena.
size_t clua_arena_count(const clua_host *_Nonnull host);
/// The bytes of the arena; valid until something is written.
const uint8_t *_Nonnull clua_arena_bytes(const clua_host *_Nonnull host);
/// Cuts the arena back to `count` bytes.
void clua_arena_truncate(clua_host *_Nonnull host, size_t count);
/// Adds bytes; what memory does not suffice for becomes a Lua error where the value is read.
void clua_arena_write(clua_host *_Nonnull host, const void *_Nullable bytes, size_t count);

// Arguments of a running call. Positions count from 1.

/// The type of an argument: a `clua_tag`, `CLUA_FUNCTION` for functions, `CLUA_OPAQUE` for what is unknown
/// to the host, 0 for none.
int32_t clua_argument_type(const clua_call *_Nonnull call, int32_t position);
/// A boolean's, integer's or row's id value.
int64_t clua_argument_integer(const clua_call *_Nonnull call, int32_t position);
/// A number's value.
double clua_argument_number(const clua_call *_Nonnull call, int32_t position);
/// A string's bytes, valid while the call runs.
const char *_Nullable clua_argument_string(
  const clua_call *_Nonnull call, int32_t position, size_t *_Nonnull count);
/// Kind of a row or sequence, or -1.
int64_t clua_argument_kind(const clua_call *_Nonnull call, int32_t position);
/// The ids of a sequence, valid while the call runs.
const int64_t *_Nullable clua_argument_ids(
  const clua_call *_Nonnull call, int32_t position, size_t *_Nonnull count);
/// The name of the type of an argument as Lua calls it, or as the host's row type is called.
const char *_Nonnull clua_argument_type_name(const clua_call *_Nonnull call, int32_t position);
/// The chunk's name of the script function that called (`@file.lua`, `=name`) and its current line; NULL
/// where no script called.
const char *_Nullable clua_caller(const clua_call *_Nonnull call, int32_t *_Nonnull line);
/// Writes an argument to the arena, tables with what they hold, at most `limit` values.
int32_t clua_argument_copy(const clua_call *_Nonnull call, int32_t position, int64_t limit);

// Protected calls.

/// A chunk to run.
typedef struct clua_chunk {
  const char *_Nonnull source;
  size_t count;
  const char *_Nonnull name;      ///< as Lua wants it: `@file.lua` or `=(prompt)`
  double budget;                  ///< seconds of CPU time, 0 for no limit
  int64_t limit;                  ///< how many values may be copied out of the results
  bool keeps_last;                ///< store the first result in the global `_`
} clua_chunk;

/// Runs a chunk with the arguments that lie in the arena from `mark` on; the results, or the error as a
/// table, take their place.
int32_t clua_run(clua_host *_Nonnull host, const clua_chunk *_Nonnull chunk, size_t mark);
/// Compiles a chunk without running it; the error takes its place in the arena from `mark` on.
int32_t clua_check(clua_host *_Nonnull host, const clua_chunk *_Nonnull chunk, size_t mark);
/// Calls argument `position` (or, if that is 0, reference `reference`) with the values in the arena from
/// `mark` on; the results, or the error as a table, take their place. `call` may be NULL outside a call.
int32_t clua_invoke(
  clua_host *_Nonnull host, const clua_call *_Nullable call, int32_t position, int64_t reference,
  double budget, size_t mark);
/// Calls reference `reference` as `clua_invoke` does, and stops it after so many instructions.
int32_t clua_invoke_counted(
  clua_host *_Nonnull host, int64_t reference, int32_t instructions, size_t mark);
/// Calls argument `position` with one row and tells whether the result is true: 1, 0, or -1 for an error,
/// which takes its place in the arena from `mark` on.
int32_t clua_test_row(
  const clua_call *_Nonnull call, int32_t position, int64_t kind, int64_t id, size_t mark);
/// Sets a global to the value that lies in the arena from `mark` on.
int32_t clua_set_global(clua_host *_Nonnull host, const char *_Nonnull name, size_t mark);
/// Copies a global to the arena; of a table only what lies directly in it.
int32_t clua_get_global(clua_host *_Nonnull host, const char *_Nonnull name, int64_t limit);
/// Forgets a function reference.
void clua_release(clua_host *_Nonnull host, int64_t reference);

// Definitions.

/// One member of a row type, a sequence type or a module.
typedef struct clua_member {
  const char *_Nonnull name;
  int32_t method;       ///< the dispatcher's number for it
  bool is_field;        ///< read by `CLUA_READ_FIELD`; else a function
} clua_member;

/// Defines the rows `kind` and the sequences of such rows.
int32_t clua_define_rows(
  clua_host *_Nonnull host, int64_t kind, const char *_Nonnull name,
  const clua_member *_Nullable members, size_t member_count,
  const clua_member *_Nullable sequence_members, size_t sequence_member_count,
  int32_t sequence_call);
/// Gives the rows of a kind new meanings: those that scripts hold are refused from now on.
void clua_renew_rows(clua_host *_Nonnull host, int64_t kind);
/// Defines a global table of functions that raises for members it does not have.
int32_t clua_define_module(
  clua_host *_Nonnull host, const char *_Nonnull name, int32_t module,
  const clua_member *_Nullable members, size_t member_count);
/// Defines a global function. One that takes its body apart gives, for a name alone, a function that waits
/// for the rest: `rule "name" { … }` is `rule("name", { … })`.
int32_t clua_define_function(
  clua_host *_Nonnull host, const char *_Nonnull name, int32_t method, bool takes_body_apart);
/// Defines the methods of record tables: a chunk that returns a table of functions.
int32_t clua_define_records(clua_host *_Nonnull host, const char *_Nonnull source, size_t count);
