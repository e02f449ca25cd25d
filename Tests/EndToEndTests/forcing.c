/* Notes in the file named by FORCING_LOG what a program forces to the disk and what it renames, in order.
   Loaded in front of the C library (LD_PRELOAD), so that the real program is watched. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void note(const char *what, const char *one, const char *other) {
  const char *log = getenv("FORCING_LOG");
  if (log == NULL) return;
  char line[2 * PATH_MAX + 32];
  int length = snprintf(line, sizeof line, "%s\t%s\t%s\n", what, one, other);
  int descriptor = open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return;
  if (write(descriptor, line, length) != length) abort();
  close(descriptor);
}

int fsync(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length < 0 ? 0 : length] = 0;
  note("force", path, "");
  int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  return next(descriptor);
}

int rename(const char *old, const char *new) {
  note("rename", old, new);
  int (*next)(const char *, const char *) = (int (*)(const char *, const char *))dlsym(RTLD_NEXT, "rename");
  return next(old, new);
}
