// ppoll and the signal functions are extensions of the C library.
#define _GNU_SOURCE

#include "CReadline.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readline/readline.h>
#include <readline/history.h>

const char *creadline_version(void) { return rl_library_version; }

// MARK: - Signals

static pthread_t prompt_thread;
static volatile sig_atomic_t interrupt_count;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t stopping;
static volatile sig_atomic_t ending;

/// Set while a script runs.
static void (*volatile work_handler)(void *);
static void *volatile work_context;

static struct sigaction previous_interrupt;
static sigset_t previous_mask;

static void on_signal(int signal) {
  // Any thread may be picked to run a handler, but only this one waits or runs the script.
  if (!pthread_equal(pthread_self(), prompt_thread)) {
    pthread_kill(prompt_thread, signal);
    return;
  }
  int saved = errno;
  switch (signal) {
  case SIGINT:
    interrupt_count += 1;
    if (work_handler) work_handler(work_context);
    if (interrupt_count == 3 && work_handler) {
      static const char advice[] = "\nstill stopping; Ctrl-\\ ends the program at once\n";
      ssize_t written = write(STDERR_FILENO, advice, sizeof advice - 1);
      (void)written;
    }
    break;
  case SIGWINCH: resized = 1; break;
  case SIGTSTP: stopping = 1; break;
  default: ending = signal; break;
  }
  errno = saved;
}

static void handle(int signal, struct sigaction *previous) {
  // Without SA_RESTART: a script that waits for input must be stoppable too.
  struct sigaction action = {.sa_handler = on_signal};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, previous);
}

static void mask_interrupt(int how) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  pthread_sigmask(how, &set, NULL);
}

void creadline_begin_work(void (*handler)(void *), void *context) {
  interrupt_count = 0;
  work_context = context;
  work_handler = handler;
  mask_interrupt(SIG_UNBLOCK);
}

bool creadline_end_work(void) {
  mask_interrupt(SIG_BLOCK);
  work_handler = NULL;
  work_context = NULL;
  bool pressed = interrupt_count > 0;
  interrupt_count = 0;
  return pressed;
}

bool creadline_take_interrupt(void) {
  sigset_t set;
  const struct timespec now = {0};
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  return sigtimedwait(&set, NULL, &now) == SIGINT;
}

// MARK: - Completion

struct creadline_completions {
  char **lines;
  size_t count;
  size_t capacity;
  const char *line;
  size_t cursor;
};

static creadline_completer completer;
static void *completer_context;
static creadline_completions found;
static size_t next_found;
/// Bytes before the shortest replaced part, which the list of matches need not repeat.
static size_t shown_from;

void creadline_add_completion(creadline_completions *list, const char *text, size_t start) {
  if (start > list->cursor) return;
  if (list->count == list->capacity) {
    size_t capacity = list->capacity ? list->capacity * 2 : 32;
    char **lines = realloc(list->lines, capacity * sizeof *lines);
    if (!lines) return;
    list->lines = lines;
    list->capacity = capacity;
  }
  size_t length = strlen(text);
  char *line = malloc(start + length + 1);
  if (!line) return;
  memcpy(line, list->line, start);
  memcpy(line + start, text, length + 1);
  list->lines[list->count++] = line;
  if (list->count == 1 || start < shown_from) shown_from = start;
}

static char *next_completion(const char *text, int state) {
  (void)text;
  if (state == 0) next_found = 0;
  // Readline frees what it is given.
  return next_found < found.count ? found.lines[next_found++] : NULL;
}

/// The whole line up to the cursor is one word for readline, so that a completion may begin anywhere,
/// inside a string with spaces too.
static char **complete(const char *text, int start, int end) {
  (void)start;
  (void)end;
  rl_attempted_completion_over = 1;
  rl_completion_suppress_append = 1;
  rl_filename_completion_desired = 0;
  rl_sort_completion_matches = 0;
  if (!completer) return NULL;
  found.count = 0;
  found.line = text;
  found.cursor = strlen(text);
  shown_from = 0;
  completer(completer_context, text, found.cursor, &found);
  return found.count ? rl_completion_matches(text, next_completion) : NULL;
}

static void show_matches(char **matches, int count, int longest) {
  enum { maximum = 120 };
  int all = count;
  if (count > maximum) count = maximum;
  char **shown = malloc(((size_t)count + 2) * sizeof *shown);
  if (!shown) return;
  for (int index = 0; index <= count; index++) {
    size_t length = strlen(matches[index]);
    shown[index] = matches[index] + (length < shown_from ? length : shown_from);
  }
  shown[count + 1] = NULL;
  int width = longest - (int)shown_from;
  rl_display_match_list(shown, count, width > 0 ? width : 1);
  free(shown);
  if (all > count) fprintf(rl_outstream, "… %d more\n", all - count);
  rl_forced_update_display();
}

// MARK: - Reading

static char *entered_line;
static bool line_is_done;

static void on_line(char *line) {
  entered_line = line;
  line_is_done = true;
  // Nothing may be read ahead in raw mode: a script could ask for input itself.
  rl_callback_handler_remove();
}

void creadline_start(creadline_completer function, void *context) {
  prompt_thread = pthread_self();
  completer = function;
  completer_context = context;
  // Only the kind of characters: with LC_NUMERIC a German locale would print 3,14.
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
  rl_readline_name = "sayso";
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
  rl_change_environment = 0;
  rl_attempted_completion_function = complete;
  rl_completion_display_matches_hook = show_matches;
  rl_completer_word_break_characters = "";
  rl_completer_quote_characters = NULL;
  // Standard output carries results; where it is a file, the prompt goes to the screen.
  if (!isatty(STDOUT_FILENO) && isatty(STDERR_FILENO)) rl_outstream = stderr;
  using_history();
  history_write_timestamps = 1;
  history_comment_char = '#';
  pthread_sigmask(SIG_BLOCK, NULL, &previous_mask);
  mask_interrupt(SIG_BLOCK);
  handle(SIGINT, &previous_interrupt);
}

void creadline_stop(void) {
  sigaction(SIGINT, &previous_interrupt, NULL);
  pthread_sigmask(SIG_SETMASK, &previous_mask, NULL);
  completer = NULL;
  free(found.lines);
  found = (creadline_completions){0};
}

/// Throws away what was typed and gives the terminal back.
static void abandon_line(void) {
  rl_free_line_state();
  rl_callback_sigcleanup();
  rl_cleanup_after_signal();
  rl_callback_handler_remove();
}

static void stop_here(void) {
  stopping = 0;
  rl_cleanup_after_signal();
  kill(getpid(), SIGSTOP);
  rl_reset_after_signal();
  rl_on_new_line();
  rl_redisplay();
}

creadline_outcome creadline_read(const char *prompt, char **line) {
  static const int signals[] = {SIGWINCH, SIGTSTP, SIGTERM, SIGHUP};
  enum { signal_count = sizeof signals / sizeof *signals };
  struct sigaction previous[signal_count];
  sigset_t blocked, before, waiting;

  *line = NULL;
  entered_line = NULL;
  line_is_done = false;
  interrupt_count = 0;
  resized = stopping = ending = 0;

  // The signals get through only while this thread waits in ppoll: none can be missed, and none can
  // arrive while readline works.
  sigemptyset(&blocked);
  for (int index = 0; index < signal_count; index++) sigaddset(&blocked, signals[index]);
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  for (int index = 0; index < signal_count; index++) handle(signals[index], &previous[index]);
  waiting = before;
  sigdelset(&waiting, SIGINT);

  creadline_outcome outcome = creadline_ended;
  rl_callback_handler_install(prompt, on_line);
  while (!line_is_done) {
    struct pollfd input = {.fd = fileno(rl_instream ? rl_instream : stdin), .events = POLLIN};
    int ready = ppoll(&input, 1, NULL, &waiting);
    if (ready < 0 && errno != EINTR) break;
    if (interrupt_count > 0) {
      abandon_line();
      fputs("^C\n", rl_outstream ? rl_outstream : stdout);
      fflush(rl_outstream ? rl_outstream : stdout);
      outcome = creadline_interrupted;
      break;
    }
    if (ending) {
      abandon_line();
      break;
    }
    if (stopping) stop_here();
    if (resized) {
      resized = 0;
      rl_resize_terminal();
    }
    if (ready > 0) rl_callback_read_char();
  }
  interrupt_count = 0;
  if (line_is_done) outcome = entered_line ? creadline_entered : creadline_ended;
  *line = entered_line;

  for (int index = 0; index < signal_count; index++) sigaction(signals[index], &previous[index], NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  // The terminal is in order again: now the signal may do what it does.
  if (ending) raise(ending);
  return outcome;
}

// MARK: - History

int creadline_load_history(const char *path, int maximum) {
  int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (descriptor < 0) return errno;
  fchmod(descriptor, S_IRUSR | S_IWUSR);
  close(descriptor);
  int failure = read_history(path);
  if (failure == 0 && history_length > maximum) {
    history_truncate_file(path, maximum);
    stifle_history(maximum);
  }
  return failure;
}

void creadline_add_history(const char *entry, const char *path) {
  HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
  if (last && strcmp(last->line, entry) == 0) return;
  add_history(entry);
  if (path) append_history(1, path);
}

int creadline_history_count(void) { return history_length; }

const char *creadline_history_entry(int index) {
  HIST_ENTRY *entry = history_get(history_base + index);
  return entry ? entry->line : NULL;
}
