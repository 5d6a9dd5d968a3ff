#pragma once
#include <stdbool.h>
#include <stddef.h>

/// A wall around GNU readline and the signals of a prompt: nothing of readline's own interface, which
/// is full of global variables and macros, is visible to Swift.
///
/// Everything here must be called on one thread, the one that called `creadline_start`.

/// The version of the library that is used, such as "8.2".
const char *creadline_version(void);

/// How reading a line ended.
typedef enum {
  /// A line was entered.
  creadline_entered,
  /// The input ended: Ctrl-D on an empty line, or the terminal went away.
  creadline_ended,
  /// Ctrl-C: the line is thrown away.
  creadline_interrupted,
} creadline_outcome;

/// A list of completions under construction.
typedef struct creadline_completions creadline_completions;

/// Adds a text that could take the place of the bytes from `start` to the cursor.
void creadline_add_completion(creadline_completions *list, const char *text, size_t start);

/// Finds completions for the first `cursor` bytes of a line.
typedef void (*creadline_completer)(
  void *context, const char *line, size_t cursor, creadline_completions *list);

/// Prepares the terminal, the locale of characters (numbers keep the C locale) and the signals.
///
/// From here on Ctrl-C is held back except while a line is read and between
/// `creadline_begin_work` and `creadline_end_work`.
void creadline_start(creadline_completer completer, void *context);

/// Gives the signals back as they were.
void creadline_stop(void);

/// Reads a line; `*line` must be freed, and is NULL unless a line was entered.
creadline_outcome creadline_read(const char *prompt, char **line);

/// Calls `handler` in the signal handler, on this thread, whenever Ctrl-C is pressed from now on.
void creadline_begin_work(void (*handler)(void *), void *context);

/// Holds Ctrl-C back again; whether it was pressed since `creadline_begin_work`.
bool creadline_end_work(void);

/// Whether Ctrl-C was pressed while it was held back; it is then forgotten.
bool creadline_take_interrupt(void);

/// Reads the history file, which is made with access for its owner only if there is none.
/// Returns 0 or an errno.
int creadline_load_history(const char *path, int maximum);

/// Adds an entry, which may have several lines, to the history and to its file.
void creadline_add_history(const char *entry, const char *path);

/// The number of entries in the history.
int creadline_history_count(void);

/// An entry of the history, 0 for the oldest, or NULL.
const char *creadline_history_entry(int index);
