#define _GNU_SOURCE
#include "Guard.h"

#include <execinfo.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// The report for a machine without Swift's backtracer: offsets into the binary, which
// `llvm-symbolizer --obj=phrasedesk` turns into functions and lines, and what the runtime said.

enum { FRAME_LIMIT = 64, TEXT_LIMIT = 8192 };

static char path[PATH_MAX];

void crash_report_prepare(const char *directory) {
  int length = snprintf(path, sizeof path, "%s/crash-%ld.txt", directory, (long)getpid());
  if (length < 0 || (size_t)length >= sizeof path) path[0] = '\0';
  // The first call loads libgcc, which is not safe in a handler.
  void *frames[1];
  backtrace(frames, 1);
}

static void put(int file, const char *text) { (void)!write(file, text, strlen(text)); }

static void put_number(int file, unsigned long number, unsigned base) {
  char digits[2 * sizeof number * 4 + 1];
  size_t start = sizeof digits;
  do {
    digits[--start] = "0123456789abcdef"[number % base];
    number /= base;
  } while (number > 0);
  (void)!write(file, digits + start, sizeof digits - start);
}

void crash_report_write(int signal, const siginfo_t *info, int standard_error) {
  if (path[0] == '\0') return;
  // An earlier process may have had the same id.
  unlink(path);
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0) return;
  put(file, "signal ");
  put_number(file, (unsigned long)signal, 10);
  if (info->si_code > 0) {
    put(file, " at address 0x");
    put_number(file, (unsigned long)info->si_addr, 16);
  } else {
    put(file, " sent by process ");
    put_number(file, (unsigned long)info->si_pid, 10);
  }
  struct timespec now = {0};
  clock_gettime(CLOCK_REALTIME, &now);
  put(file, "\nseconds since 1970: ");
  put_number(file, (unsigned long)now.tv_sec, 10);

  if (standard_error >= 0) {
    put(file, "\nstandard error:\n");
    static char text[TEXT_LIMIT];
    off_t end = lseek(standard_error, 0, SEEK_END);
    off_t start = end > TEXT_LIMIT ? end - TEXT_LIMIT : 0;
    ssize_t length = pread(standard_error, text, sizeof text, start);
    if (length > 0) (void)!write(file, text, (size_t)length);
  }
  put(file, "\nframes:\n");
  void *frames[FRAME_LIMIT];
  int count = backtrace(frames, FRAME_LIMIT);
  backtrace_symbols_fd(frames, count, file);
  close(file);
}
