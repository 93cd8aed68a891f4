#define _GNU_SOURCE
#include "CrashGuard.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// Cuts the last component off a path; false if there is none.
static bool cut_last(char *path) {
  char *slash = strrchr(path, '/');
  if (slash == NULL) return false;
  *slash = '\0';
  return true;
}

/// The statically linked one first: it starts sooner.
static bool find_below(const char *root, char found[PATH_MAX]) {
  static const char *const names[] = {"swift-backtrace-static", "swift-backtrace"};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    int length = snprintf(found, PATH_MAX, "%s/libexec/swift/linux/%s", root, names[i]);
    if (length > 0 && length < PATH_MAX && access(found, X_OK) == 0) return true;
  }
  return false;
}

/// Finds the backtracer that belongs to the Swift runtime in use.
///
/// A dynamically linked program has the runtime in ROOT/lib/swift/linux/libswiftCore.so, a static
/// one is its own runtime, in ROOT/bin.
static bool find_backtracer(const char *executable, char found[PATH_MAX]) {
  char root[PATH_MAX];
  void *runtime = dlsym(RTLD_DEFAULT, "swift_retain");
  Dl_info info;
  if (runtime != NULL && dladdr(runtime, &info) != 0 && realpath(info.dli_fname, root) != NULL &&
      strcmp(root, executable) != 0 && cut_last(root) && cut_last(root) && cut_last(root) &&
      cut_last(root) && find_below(root, found))
    return true;
  strcpy(root, executable);
  return cut_last(root) && cut_last(root) && find_below(root, found);
}

void crash_guard_prepare(const char *directory, char *const arguments[]) {
  if (getenv("SWIFT_BACKTRACE") != NULL) return;
  char executable[PATH_MAX], backtracer[PATH_MAX], settings[3 * PATH_MAX];
  if (realpath("/proc/self/exe", executable) == NULL) return;
  // A comma would begin another setting.
  if (!find_backtracer(executable, backtracer) || strchr(directory, ',') != NULL) return;
  // The slash makes Swift take it for a folder. No registers: the bytes near them may be phrases.
  // No frames from the stack's far end: after an overflow it takes most of a second to get there.
  // No inlined functions either, which take as long again: a copy of the process waits for it.
  int length = snprintf(settings, sizeof settings,
                        "enable=yes,interactive=no,color=no,registers=none,timeout=5s,top=0,"
                        "symbolicate=fast,"
                        "swift-backtrace=%s,output-to=%s/",
                        backtracer, directory);
  if (length < 0 || (size_t)length >= sizeof settings) return;
  if (setenv("SWIFT_BACKTRACE", settings, 1) != 0) return;
  // By its real path, after which the report is named. If this fails, the program just goes on.
  execv(executable, arguments);
  unsetenv("SWIFT_BACKTRACE");
}
