#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// Both before <ncurses.h>, or it declares no wide-character function.
#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE
#endif
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <wchar.h>

// Hidden from Swift by the feature macros of its own C library module.
extern int memfd_create(const char *name, unsigned int flags);
extern int wcwidth(wchar_t character);
// From <term.h>, which takes hundreds of short names (lines, tab, bell) for macros.
extern int setupterm(const char *type, int descriptor, int *error);

// Readers for what Swift cannot import: mutable globals and macros with casts.
static inline WINDOW *cncurses_stdscr(void) { return stdscr; }
static inline WINDOW *cncurses_curscr(void) { return curscr; }
static inline int cncurses_color_pairs(void) { return COLOR_PAIRS; }
static inline attr_t cncurses_bold(void) { return WA_BOLD; }
static inline attr_t cncurses_dim(void) { return WA_DIM; }
static inline attr_t cncurses_reverse(void) { return WA_REVERSE; }
static inline attr_t cncurses_underline(void) { return WA_UNDERLINE; }

/// A terminfo string, or NULL where the terminal has none; tigetstr answers (char *)-1 as well.
static inline const char *cncurses_string(const char *name) {
  // The parameter is not const in ncurses' older declarations, and not written to.
  char *string = tigetstr((char *)name);
  return string == (char *)-1 ? NULL : string;
}

#endif
