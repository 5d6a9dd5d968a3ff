#pragma once
#include <sys/types.h>

/// Starts a program in `folder` (or here) with the given files as its first three; all signals are as
/// they are by default. Returns 0 or an errno.
int cspawn_with_files(
  pid_t *child, const char *path, char *const arguments[], char *const environment[],
  const char *folder, const int files[3]);

/// Starts a program on a new terminal of its own; `*terminal` is the other end of it.
/// Returns 0 or an errno.
int cspawn_on_terminal(
  pid_t *child, int *terminal, const char *path, char *const arguments[],
  char *const environment[], const char *folder, unsigned short columns, unsigned short rows);
