#ifndef GUARD_H
#define GUARD_H

// What the parts of the guard share. Everything here is safe to call inside a signal handler unless
// it says otherwise.

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

/// Writes as much as the descriptor takes within about `milliseconds`; false if not all.
bool write_within(int descriptor, const void *bytes, size_t length, int milliseconds);

/// Not safe in a handler: makes the report's path, and loads what writing one needs.
void crash_report_prepare(const char *directory);
void crash_report_write(int signal, const siginfo_t *info, int standard_error);

/// Not safe in a handler: keeps standard error in memory if it is a terminal, and puts it back.
void standard_error_capture(void);
void standard_error_release(void);
/// A descriptor of the text so far, or -1.
int standard_error_text(void);

#endif
