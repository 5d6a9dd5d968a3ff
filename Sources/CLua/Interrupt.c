// Interrupts: there is no permanent hook, which would halve Lua's speed. A signal (SIGINT, the CPU timer,
// another thread's request) arms one on the whole chain of running coroutines, on the thread that runs
// them; it stays until the outermost run has ended, so a script's `pcall` cannot swallow it.
#include "Internal.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/// SIGURG is ignored by default and used by nobody else here.
#define WAKE_SIGNAL SIGURG

/// The innermost host that runs on this thread.
static _Thread_local clua_host *volatile current;
/// The control that SIGINT interrupts.
static _Atomic(clua_control *) interrupted_by_sigint;

static void on_hook(lua_State *L, lua_Debug *activation) {
  (void)activation;
  if (atomic_load(&host_of(L)->control->reasons) == 0) {
    lua_sethook(L, NULL, 0, 0);  // left over from a run that has ended
  } else {
    clua_stop_if_asked(L);
    lua_sethook(L, NULL, 0, 0);  // it was memory, and a collection helped
  }
}

void clua_arm(clua_host *host) {
  int mask = LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT;
  for (struct running *one = host->running; one != NULL; one = one->previous) {
    lua_sethook(one->thread, on_hook, mask, 1);
  }
}

/// Like an interrupt it stays, so that `pcall` cannot swallow it.
static void on_count(lua_State *L, lua_Debug *activation) {
  (void)activation;
  clua_host *host = host_of(L);
  if (!host->counting) {
    lua_sethook(L, NULL, 0, 0);
    return;
  }
  atomic_fetch_or(&host->control->reasons, CLUA_REASON_COUNT);
  clua_arm(host);
  clua_stop_if_asked(L);
}

void clua_begin_count(clua_host *host, int instructions) {
  // A coroutine that is made meanwhile begins with the same hook.
  host->counting = true;
  lua_sethook(host->running->thread, on_count, LUA_MASKCOUNT, instructions);
  if (atomic_load(&host->control->reasons) != 0) clua_arm(host);
}

void clua_end_count(clua_host *host) {
  host->counting = false;
  int reasons = atomic_fetch_and(&host->control->reasons, ~CLUA_REASON_COUNT);
  for (struct running *one = host->running; one != NULL; one = one->previous) {
    lua_sethook(one->thread, NULL, 0, 0);
  }
  if ((reasons & ~CLUA_REASON_COUNT) != 0) clua_arm(host);
}

void clua_stop_if_asked(lua_State *L) {
  clua_host *host = host_of(L);
  int reasons = atomic_load(&host->control->reasons);
  if (reasons == CLUA_REASON_MEMORY) {
    // Garbage counts too: only what a full collection leaves is the script's own.
    lua_gc(L, LUA_GCCOLLECT);
    if (host->used < host->options.soft_quota / 10 * 9) {
      atomic_fetch_and(&host->control->reasons, ~CLUA_REASON_MEMORY);
      reasons = atomic_load(&host->control->reasons);
    }
  }
  if (reasons == 0) return;
  // The signal may still be on its way: without the hook, `load` or `pcall` could swallow this error for good.
  clua_arm(host);
  if (reasons & CLUA_REASON_EXIT) {
    char message[64];
    snprintf(message, sizeof message, "the script ended itself with exit code %d", host->exit_code);
    clua_raise(L, "exit", message, NULL);
  }
  if (reasons & CLUA_REASON_INTERRUPTED) clua_raise(L, "interrupted", "interrupted", NULL);
  if (reasons & CLUA_REASON_BUDGET) {
    clua_raise(L, "budget", "out of time", "the CPU time for this run is used up");
  }
  if (reasons & CLUA_REASON_COUNT) clua_raise(L, "budget", "it does not end", NULL);
  clua_raise(L, "memory", "not enough memory", "the memory for this state is used up");
}

/// Runs on the thread that runs Lua.
static void on_wake(int signal, siginfo_t *info, void *context) {
  (void)signal, (void)context;
  for (clua_host *host = current; host != NULL; host = host->outer) {
    if (info->si_code == SI_TIMER && info->si_value.sival_ptr == host) {
      atomic_fetch_or(&host->control->reasons, CLUA_REASON_BUDGET);
    }
    if (atomic_load(&host->control->reasons) != 0) clua_arm(host);
  }
}

static void install_wake_handler(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = on_wake;
  action.sa_flags = SA_SIGINFO;  // no SA_RESTART: a script that waits for input must wake up
  sigaction(WAKE_SIGNAL, &action, NULL);
}

void clua_interrupt(clua_control *control, int32_t reason) {
  atomic_fetch_or(&control->reasons, reason);
  atomic_fetch_add(&control->senders, 1);
  if (atomic_load(&control->active)) {
    if (pthread_equal(control->thread, pthread_self())) {
      clua_arm(control->host);
    } else {
      pthread_kill(control->thread, WAKE_SIGNAL);
    }
  }
  atomic_fetch_sub(&control->senders, 1);
}

int32_t clua_pending(const clua_host *host) { return atomic_load(&host->control->reasons); }

clua_control *clua_control_of(clua_host *host) {
  atomic_fetch_add(&host->control->references, 1);
  return host->control;
}

void clua_control_release(clua_control *control) {
  if (atomic_fetch_sub(&control->references, 1) == 1) free(control);
}

static void on_sigint(int signal) {
  (void)signal;
  clua_control *control = atomic_load(&interrupted_by_sigint);
  if (control != NULL) clua_interrupt(control, CLUA_REASON_INTERRUPTED);
}

clua_control *clua_catch_sigint(clua_control *control) {
  static struct sigaction before;
  static struct sigaction before_term;
  clua_control *replaced = atomic_exchange(&interrupted_by_sigint, control);
  if (control != NULL && replaced == NULL) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_sigint;
    sigaction(SIGINT, &action, &before);
    // A polite kill stops a script as Ctrl-C does; what waits for the flag of long work would not.
    sigaction(SIGTERM, &action, &before_term);
  } else if (control == NULL && replaced != NULL) {
    sigaction(SIGINT, &before, NULL);
    sigaction(SIGTERM, &before_term, NULL);
  }
  return replaced;
}

// What surrounds a run.

void clua_enter(clua_host *host, double budget, struct budget_timer *timer) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  timer->exists = false;
  if (host->depth++ > 0) return;
  pthread_once(&once, install_wake_handler);
  // Worker threads block all signals, and threads made by them do too.
  sigset_t wake;
  sigemptyset(&wake);
  sigaddset(&wake, WAKE_SIGNAL);
  pthread_sigmask(SIG_UNBLOCK, &wake, &timer->blocked);
  clua_control *control = host->control;
  atomic_store(&control->reasons, 0);
  control->thread = pthread_self();
  host->outer = current;
  current = host;
  atomic_store(&control->active, 1);
  if (budget <= 0) return;
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_THREAD_ID;
  event.sigev_signo = WAKE_SIGNAL;
  event.sigev_value.sival_ptr = host;
  event._sigev_un._tid = gettid();
  if (timer_create(CLOCK_THREAD_CPUTIME_ID, &event, &timer->timer) != 0) return;
  timer->exists = true;
  // Periodic, in case the first signal finds the thread between two places that look.
  struct itimerspec when = {.it_interval = {.tv_nsec = 100000000}};
  when.it_value.tv_sec = (time_t)budget;
  when.it_value.tv_nsec = (long)((budget - (double)when.it_value.tv_sec) * 1e9);
  timer_settime(timer->timer, 0, &when, NULL);
}

void clua_leave(clua_host *host, struct budget_timer *timer) {
  if (timer->exists) timer_delete(timer->timer);
  if (--host->depth > 0) return;
  clua_control *control = host->control;
  atomic_store(&control->active, 0);
  // Whoever saw the thread active still signals it, so it must not end before they are through.
  while (atomic_load(&control->senders) > 0) sched_yield();
  current = host->outer;
  atomic_store(&control->reasons, 0);
  lua_sethook(host->state, NULL, 0, 0);
  pthread_sigmask(SIG_SETMASK, &timer->blocked, NULL);
}

void clua_begin_work(clua_host *host) {
  struct budget_timer timer;
  bool is_outermost = host->depth == 0;
  clua_enter(host, 0, is_outermost ? &host->work : &timer);
}

void clua_end_work(clua_host *host) {
  struct budget_timer timer = {.exists = false};
  clua_leave(host, host->depth == 1 ? &host->work : &timer);
}

// Threads.

struct thread_body {
  void (*body)(void *);
  void *context;
};

static void *run_body(void *argument) {
  struct thread_body *thread = argument;
  thread->body(thread->context);
  return NULL;
}

bool clua_on_thread(size_t bytes, void (*body)(void *), void *context) {
  struct thread_body thread = {body, context};
  pthread_attr_t attributes;
  pthread_t id;
  if (pthread_attr_init(&attributes) != 0) return false;
  bool started = pthread_attr_setstacksize(&attributes, bytes) == 0
    && pthread_create(&id, &attributes, run_body, &thread) == 0;
  pthread_attr_destroy(&attributes);
  if (started) pthread_join(id, NULL);
  return started;
}
