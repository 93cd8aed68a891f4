#define _GNU_SOURCE
#include "CrashGuard.h"
#include "Guard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

static void on_end(int signal);
static void on_crash(int signal, siginfo_t *info, void *context);
static void on_stop(int signal);
static void on_event(int signal);
static void on_nothing(int signal);

enum kind { END, CRASH, STOP, EVENT, NOTHING };

struct watched {
  int signal;
  enum kind kind;
};

/// Every signal that would end the program or stop it, but KILL and STOP, which nobody can catch.
static struct watched watched[NSIG] = {
    {SIGTERM, END},    {SIGHUP, END},     {SIGINT, END},     {SIGQUIT, END},   {SIGUSR1, END},
    {SIGUSR2, END},    {SIGALRM, END},    {SIGVTALRM, END},  {SIGPROF, END},   {SIGXCPU, END},
    {SIGXFSZ, END},    {SIGPOLL, END},    {SIGPWR, END},     {SIGSYS, END},
#ifdef SIGSTKFLT
    {SIGSTKFLT, END},
#endif
    {SIGSEGV, CRASH},  {SIGBUS, CRASH},   {SIGILL, CRASH},   {SIGABRT, CRASH}, {SIGFPE, CRASH},
    {SIGTRAP, CRASH},  {SIGTSTP, STOP},   {SIGTTIN, STOP},   {SIGTTOU, STOP},  {SIGCONT, EVENT},
    {SIGWINCH, EVENT}, {SIGPIPE, NOTHING},
};
static int watched_count;

/// Adds the real-time signals, whose first one only the running C library knows.
static void complete_watched(void) {
  if (watched_count > 0) return;
  int count = 0;
  while (watched[count].signal != 0) count++;
  for (int signal = SIGRTMIN; signal <= SIGRTMAX; signal++)
    watched[count++] = (struct watched){signal, END};
  watched_count = count;
}

// Written by the main thread before `installed`, or `armed`, is set; read by handlers after.
static struct {
  int terminal;
  // Open on /dev/null: standard input and output of the copy that reports.
  int sink;
  // A socket that nobody talks to: takes the terminal's place once it is restored for good.
  int silence;
  int wake_read;
  int wake_write;
  bool reports;
  struct termios settings;
  unsigned char leave[CRASH_GUARD_LEAVE_LIMIT];
  size_t leave_length;
  struct sigaction previous[NSIG];
} guard = {.terminal = -1, .sink = -1, .silence = -1, .wake_read = -1, .wake_write = -1};

static atomic_bool installed;
static atomic_bool armed;
static atomic_uint events;

bool write_within(int descriptor, const void *bytes, size_t length, int milliseconds) {
  const char *next = bytes;
  while (length > 0) {
    ssize_t written = write(descriptor, next, length);
    if (written > 0) {
      next += written;
      length -= (size_t)written;
    } else if (written < 0 && errno == EINTR) {
      continue;
    } else if (written < 0 && errno == EAGAIN && milliseconds > 0) {
      // Nap even where poll says there is room: another thread may be inside a write.
      struct pollfd room = {.fd = descriptor, .events = POLLOUT};
      poll(&room, 1, 5);
      const struct timespec nap = {.tv_nsec = 1000000};
      nanosleep(&nap, NULL);
      milliseconds -= 5;
    } else {
      return false;
    }
  }
  return true;
}

/// Whether another job has the terminal now, whose settings are then not ours to change.
static bool is_in_background(void) {
  pid_t foreground = tcgetpgrp(guard.terminal);
  return foreground > 0 && foreground != getpgrp();
}

static void restore(void) {
  if (!atomic_exchange(&armed, false)) return;
  if (!write_within(guard.terminal, guard.leave, guard.leave_length, 50)) {
    // Blocked: what waits there is half a frame, which nobody needs any more.
    tcflush(guard.terminal, TCOFLUSH);
    write_within(guard.terminal, guard.leave, guard.leave_length, 50);
  }
  if (!is_in_background()) tcsetattr(guard.terminal, TCSANOW, &guard.settings);
}

void crash_guard_restore(void) { restore(); }

/// Restores the terminal and lets no thread write to it any more, or read from it.
///
/// What is there instead takes little and never ends: a thread that found its end there would end
/// the program by itself, before the report is written and as if nothing had happened.
static void restore_for_good(void) {
  restore();
  if (guard.silence >= 0) dup2(guard.silence, guard.terminal);
}

static int index_of(int signal) {
  for (int i = 0; i < watched_count; i++)
    if (watched[i].signal == signal) return i;
  return -1;
}

static void use_default(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static void ignore(int signal) {
  struct sigaction action = {.sa_handler = SIG_IGN};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

static void on_end(int signal) {
  restore_for_good();
  use_default(signal);
  // Blocked while this handler runs: it ends the program as the handler returns.
  raise(signal);
}

/// Leaves the backtracer, which takes up to seconds, to a copy of this process, so that the shell
/// comes back at once. True in the copy, and here where none can be had.
///
/// The copy has this thread alone, and nothing of the terminal's or of a pipe that somebody reads to
/// its end.
static bool is_left_to_report(void) {
  pid_t copy = _Fork();
  if (copy != 0) return copy < 0;
  setsid();
  // The end of this process may hang the terminal up; the backtracer inherits that nobody minds.
  const int ending[] = {SIGHUP, SIGTERM, SIGINT, SIGQUIT};
  for (size_t i = 0; i < sizeof ending / sizeof ending[0]; i++) ignore(ending[i]);
  for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++) dup2(guard.sink, i);
  close_range(STDERR_FILENO + 1, ~0U, 0);
  return true;
}

static void on_crash(int signal, siginfo_t *info, void *context) {
  (void)context;
  restore_for_good();
  // The backtracer makes its file with this mask; memory near the crash may hold phrases.
  umask(077);

  const struct sigaction *previous = &guard.previous[index_of(signal)];
  bool was_sent = info->si_code <= 0;
  // A sent signal does not come again by itself, and Swift's handler returns from one; only abort()
  // raises again after the handler.
  bool is_fault = !was_sent || (signal == SIGABRT && info->si_pid == getpid());
  bool has_backtracer = previous->sa_handler != SIG_DFL && previous->sa_handler != SIG_IGN;
  if (is_fault && has_backtracer && is_left_to_report()) {
    sigaction(signal, previous, NULL);
  } else {
    use_default(signal);
    if (guard.reports && !(is_fault && has_backtracer)) {
      // Unwinding a broken stack may hang; the terminal is restored, so this may end the program.
      use_default(SIGALRM);
      alarm(1);
      crash_report_write(signal, info, standard_error_text());
      alarm(0);
    }
  }
  if (was_sent) raise(signal);
}

static void note(unsigned event) {
  atomic_fetch_or(&events, event);
  const char byte = 0;
  // A full pipe wakes the loop as well.
  (void)!write(guard.wake_write, &byte, 1);
}

static void install_handler(int index) {
  int signal = watched[index].signal;
  struct sigaction action = {.sa_flags = SA_RESTART | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  // A crash inside a handler must not hang it.
  for (int i = 0; i < watched_count; i++)
    if (watched[i].kind == CRASH) sigdelset(&action.sa_mask, watched[i].signal);
  sigdelset(&action.sa_mask, SIGALRM);
  switch (watched[index].kind) {
  case END:
    action.sa_handler = on_end;
    break;
  case CRASH:
    action.sa_sigaction = on_crash;
    action.sa_flags |= SA_SIGINFO;
    break;
  case STOP:
    action.sa_handler = on_stop;
    break;
  case EVENT:
    action.sa_handler = on_event;
    break;
  case NOTHING:
    // Not SIG_IGN, which programs started from here would inherit.
    action.sa_handler = on_nothing;
    break;
  }
  sigaction(signal, &action, NULL);
}

static void on_stop(int signal) {
  int saved_errno = errno;
  restore();
  use_default(signal);
  sigset_t only, before;
  sigemptyset(&only);
  sigaddset(&only, signal);
  raise(signal);
  pthread_sigmask(SIG_UNBLOCK, &only, &before);
  // Stopped here, until SIGCONT.
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  install_handler(index_of(signal));
  note(CRASH_GUARD_CONTINUED);
  errno = saved_errno;
}

static void on_event(int signal) {
  int saved_errno = errno;
  note(signal == SIGWINCH ? CRASH_GUARD_RESIZED : CRASH_GUARD_CONTINUED);
  errno = saved_errno;
}

static void on_nothing(int signal) { (void)signal; }

void crash_guard_stop_job(void) {
  // Started with it ignored, it is not to be stopped.
  if (guard.previous[index_of(SIGTSTP)].sa_handler == SIG_IGN) return;
  restore();
  use_default(SIGTSTP);
  kill(0, SIGTSTP);
  install_handler(index_of(SIGTSTP));
  // Without job control there is no stop, and no SIGCONT.
  note(CRASH_GUARD_CONTINUED);
}

int crash_guard_adopt_thread(void) {
  // The unwinder needs more than SIGSTKSZ. The page below catches an overflow of this stack too.
  const size_t size = 128 * 1024;
  const size_t page = (size_t)sysconf(_SC_PAGESIZE);
  char *memory = mmap(NULL, size + page, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) return errno;
  mprotect(memory, page, PROT_NONE);
  stack_t stack = {.ss_sp = memory + page, .ss_size = size};
  if (sigaltstack(&stack, NULL) == 0) return 0;
  int error = errno;
  munmap(memory, size + page);
  return error;
}

static void close_descriptors(void) {
  int *descriptors[] = {&guard.wake_read, &guard.wake_write};
  for (size_t i = 0; i < sizeof descriptors / sizeof descriptors[0]; i++) {
    if (*descriptors[i] >= 0) close(*descriptors[i]);
    *descriptors[i] = -1;
  }
}

int crash_guard_install(int terminal, const char *report_directory) {
  if (atomic_load(&installed)) return EBUSY;
  guard.terminal = terminal;
  guard.reports = report_directory != NULL;
  int wake[2];
  if (tcgetattr(terminal, &guard.settings) != 0) return errno;
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return errno;
  guard.wake_read = wake[0];
  guard.wake_write = wake[1];
  if (guard.sink < 0) guard.sink = open("/dev/null", O_RDWR | O_CLOEXEC);
  static bool main_thread_adopted;
  int pair[2];
  if (guard.silence < 0 &&
      socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, pair) == 0)
    // The other end stays open, and nobody uses it.
    guard.silence = pair[0];
  int error = guard.sink < 0 || guard.silence < 0 ? errno
              : main_thread_adopted                 ? 0
                                                    : crash_guard_adopt_thread();
  if (error != 0) {
    close_descriptors();
    return error;
  }
  main_thread_adopted = true;
  complete_watched();
  if (report_directory != NULL) crash_report_prepare(report_directory);
  standard_error_capture();
  atomic_store(&events, 0);
  // A program inherits which signals are blocked, and some start theirs from a thread that blocks
  // nearly all (those of libdispatch do): then no resize and no stop would ever arrive.
  sigset_t wanted;
  sigemptyset(&wanted);
  for (int i = 0; i < watched_count; i++) {
    sigaddset(&wanted, watched[i].signal);
    struct sigaction present;
    sigaction(watched[i].signal, NULL, &present);
    // That of a crash may have stayed from the last time.
    if (present.sa_sigaction != on_crash) guard.previous[i] = present;
    // Who starts a program with one of these ignored (nohup, a background job) means it.
    bool is_ignored = guard.previous[i].sa_handler == SIG_IGN;
    if (is_ignored && (watched[i].kind == END || watched[i].kind == STOP)) continue;
    install_handler(i);
  }
  pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  atomic_store(&installed, true);
  return 0;
}

void crash_guard_arm(const uint8_t *leave, size_t length) {
  if (length > sizeof guard.leave) length = sizeof guard.leave;
  memcpy(guard.leave, leave, length);
  guard.leave_length = length;
  atomic_store(&armed, true);
}

bool crash_guard_is_armed(void) { return atomic_load(&armed); }

int crash_guard_wake_descriptor(void) { return guard.wake_read; }

bool crash_guard_has_events(void) { return atomic_load(&events) != 0; }

unsigned crash_guard_take_events(void) {
  char bytes[64];
  // Empty the pipe first: an event noted in between leaves a byte there for the next time.
  while (read(guard.wake_read, bytes, sizeof bytes) > 0) continue;
  return atomic_exchange(&events, 0);
}

void crash_guard_remove(void) {
  if (!atomic_load(&installed)) return;
  restore();
  // A crash after this has to end at once too, with its report in a file.
  for (int i = 0; i < watched_count; i++)
    if (watched[i].kind != CRASH) sigaction(watched[i].signal, &guard.previous[i], NULL);
  standard_error_release();
  close_descriptors();
  guard.terminal = -1;
  atomic_store(&installed, false);
}
