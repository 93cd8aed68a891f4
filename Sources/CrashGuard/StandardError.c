#define _GNU_SOURCE
#include "Guard.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

// Where a library's last words go while the screen is open: into memory, so that they neither
// destroy the screen nor get lost.

enum { REPLAY_LIMIT = 64 * 1024 };

static int original = -1;
static int memory = -1;

void standard_error_capture(void) {
  if (!isatty(STDERR_FILENO)) return;
  memory = memfd_create("standard-error", MFD_CLOEXEC);
  if (memory < 0) return;
  fcntl(memory, F_SETFL, O_APPEND);
  original = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (original < 0 || dup2(memory, STDERR_FILENO) < 0) standard_error_release();
}

void standard_error_release(void) {
  if (original >= 0) dup2(original, STDERR_FILENO);
  if (memory >= 0) {
    static char text[4096];
    off_t offset = 0;
    ssize_t length = 0;
    while (offset < REPLAY_LIMIT && (length = pread(memory, text, sizeof text, offset)) > 0) {
      if (!write_within(STDERR_FILENO, text, (size_t)length, 50)) break;
      offset += length;
    }
    close(memory);
  }
  if (original >= 0) close(original);
  original = memory = -1;
}

int standard_error_text(void) { return memory; }
