/// What Swift cannot reach in ncurses by itself (macros and global variables), and the part of signal handling that
/// must not be Swift. Nothing here draws or decides.
#ifndef HARK_CNCURSES_H
#define HARK_CNCURSES_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <ncurses.h>
#include <stdbool.h>
#include <stdio.h>
#include <term.h>
#include <termios.h>

/// The window that covers the current screen.
static inline WINDOW *hark_standard_window(void) { return stdscr; }

/// How many colours the current terminal has; 0 before `start_color`.
static inline int hark_color_count(void) { return COLORS; }

/// The attribute bits for the given ways to stress text.
static inline attr_t hark_attributes(bool bold, bool dim, bool reverse, bool underline) {
    return (bold ? A_BOLD : 0) | (dim ? A_DIM : 0) | (reverse ? A_REVERSE : 0) | (underline ? A_UNDERLINE : 0);
}

/// Starts ncurses for a terminal type and size, with `file` for output; `NULL` if the type is not described here.
///
/// ncurses asks the device for its size, and `file` is none, so the size goes by way of `LINES` and `COLUMNS`, which
/// have their old values again afterwards.
SCREEN *hark_start(const char *kind, FILE *file, int height, int width);

/// Puts one grapheme, `text` ending in 0, at a cell of `window`. Pairs above 32,767 are allowed.
int hark_put(WINDOW *window, int row, int column, const wchar_t *text, attr_t attributes, int pair);

/// Makes blanks of `window` look like this, also where lines are cleared.
void hark_set_background(WINDOW *window, attr_t attributes, int pair);

/// Takes over the user's way of writing text, or `C.UTF-8` where that is not UTF-8. Returns whether text is UTF-8 now.
bool hark_use_locale(void);

/// The columns the system's table gives a character, which is what ncurses goes by; -1 if it cannot be printed.
int hark_width(wchar_t character);

/// An anonymous file in memory, open for reading and writing; `NULL` with `errno` set if there is none.
FILE *hark_memory_file(void);

/// Installs the handlers. `mode` is the terminal's own mode, to be restored.
///
/// A signal that ends the process first gives the terminal on `device` back (one constant string, then `mode`) and
/// then ends it in the usual way. The others arrive as letters on the pipe whose reading end is returned, never
/// blocking: `W` window changed, `C` continued after a stop, `H` terminal gone. `H` also leaves one second to end
/// in order. The reading end is the caller's to close. Returns -1 with `errno` set if the pipe cannot be made.
int hark_guard_start(int device, const struct termios *mode);

/// Says whether the terminal is in Hark's mode now, so that a signal must restore it.
void hark_guard_set_engaged(bool engaged);

/// Writes the restoring string and sets the terminal's own mode, if it is engaged.
void hark_guard_restore(void);

/// Restores the terminal and stops the process group until it is continued; `C` arrives then. Returns whether it did:
/// where nobody could continue it, nothing happens.
bool hark_guard_stop(void);

/// Puts back the handlers there were before and closes the pipe's writing end.
void hark_guard_end(void);

#endif
