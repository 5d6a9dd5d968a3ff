// Pseudo terminals and the folder of a new process are extensions of the C library.
#define _GNU_SOURCE

#include "CSpawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static void prepare(
  posix_spawnattr_t *attributes, posix_spawn_file_actions_t *actions, const char *folder, short flags
) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(attributes);
  posix_spawnattr_setflags(attributes, flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigmask(attributes, &none);
  posix_spawnattr_setsigdefault(attributes, &all);
  posix_spawn_file_actions_init(actions);
  if (folder) posix_spawn_file_actions_addchdir_np(actions, folder);
}

int cspawn_with_files(
  pid_t *child, const char *path, char *const arguments[], char *const environment[],
  const char *folder, const int files[3]
) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  prepare(&attributes, &actions, folder, 0);
  for (int target = 0; target < 3; target++) {
    posix_spawn_file_actions_adddup2(&actions, files[target], target);
  }
  int failure = posix_spawn(child, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failure;
}

int cspawn_on_terminal(
  pid_t *child, int *terminal, const char *path, char *const arguments[],
  char *const environment[], const char *folder, unsigned short columns, unsigned short rows
) {
  char device[128];
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return errno;
  if (grantpt(master) || unlockpt(master) || ptsname_r(master, device, sizeof device)) {
    int failure = errno;
    close(master);
    return failure;
  }
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  ioctl(master, TIOCSWINSZ, &size);

  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  // In a session of its own, the first terminal that the program opens becomes its own.
  prepare(&attributes, &actions, folder, POSIX_SPAWN_SETSID);
  posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  int failure = posix_spawn(child, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failure) {
    close(master);
  } else {
    *terminal = master;
  }
  return failure;
}
