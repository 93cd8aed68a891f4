#ifndef CRASH_GUARD_H
#define CRASH_GUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Gives the terminal back to the shell however the program ends or stops.
//
// This is C because everything here runs inside signal handlers, where only async-signal-safe calls
// are allowed, and Swift cannot promise to make no others. There is one guard in a process, as there
// is one table of signal handlers. All functions but the handlers belong to the main thread.
//
//   TERM HUP INT QUIT, USR1 USR2  restore the terminal, then end by the same signal
//   ALRM VTALRM PROF XCPU XFSZ
//   POLL PWR SYS STKFLT, RTMIN
//   to RTMAX
//   SEGV BUS ILL ABRT FPE TRAP    restore it, then let Swift's backtracer look at a copy of the
//                                 process if it is there, else write a report of our own, and end
//                                 by the same signal
//   TSTP TTIN TTOU                restore it, then stop
//   CONT WINCH                    note it, and wake the event loop through a pipe
//   PIPE                          do nothing: a write that fails says so by itself

/// What happened since the last `crash_guard_take_events`, as bits.
enum {
  /// The terminal's size may have changed.
  CRASH_GUARD_RESIZED = 1,
  /// The program was stopped and goes on; the terminal may be in any state.
  CRASH_GUARD_CONTINUED = 2,
};

/// The most bytes that `crash_guard_arm` takes.
enum { CRASH_GUARD_LEAVE_LIMIT = 512 };

/// Has Swift's backtracer, where this machine has one, write crash reports into a folder.
///
/// Swift reads its settings before `main`, so this starts the program again, once, with
/// SWIFT_BACKTRACE in its environment; without it, Swift asks on the terminal and hangs for thirty
/// seconds. It returns when there is nothing to do: SWIFT_BACKTRACE is set already, or no backtracer
/// is found (then the guard writes its own report). Call it first thing in the program.
/// `directory` must exist; `arguments` ends in NULL.
void crash_guard_prepare(const char *directory, char *const arguments[]);

/// Installs the handlers and remembers how the terminal is set now.
///
/// While it is installed, standard error is kept in memory if it is a terminal, so that no library
/// writes into the screen; the text goes into the crash report, or out when the guard is removed.
/// `terminal` is an open, non-blocking descriptor of it; crash reports go into `report_directory`,
/// none are written if that is NULL. Returns 0, or errno.
int crash_guard_install(int terminal, const char *report_directory);

/// From now on the terminal has to be restored: by these bytes, and by the settings remembered.
void crash_guard_arm(const uint8_t *leave, size_t length);

/// Whether the terminal is ours: armed, and not restored since.
bool crash_guard_is_armed(void);

/// Writes the bytes given to `crash_guard_arm` and sets the terminal back, unless that is done.
///
/// Waits at most a tenth of a second for a terminal that takes no output.
void crash_guard_restore(void);

/// Restores the terminal, stops the whole job, and returns when it goes on, with the event noted.
///
/// The whole job, because a shell waits for every member of a pipeline to stop.
void crash_guard_stop_job(void);

/// Readable when there are events to take.
int crash_guard_wake_descriptor(void);

/// The events since the last call. `crash_guard_has_events` looks without taking them.
unsigned crash_guard_take_events(void);
bool crash_guard_has_events(void);

/// Gives the calling thread a stack of its own for signal handlers.
///
/// Without one, a stack overflow on that thread ends the program with nothing restored: the kernel
/// has no stack to run the handler on. Call it first on every thread that parses foreign input.
/// Returns 0, or errno.
int crash_guard_adopt_thread(void);

/// Restores the terminal and puts back standard error and the handlers, but for those of crashes.
void crash_guard_remove(void);

#endif
