#define _GNU_SOURCE
#include "CNcurses.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

static char *replace_variable(const char *name, int value) {
    char text[16];
    char *old = getenv(name);
    if (old != NULL) old = strdup(old);
    snprintf(text, sizeof text, "%d", value);
    setenv(name, text, 1);
    return old;
}

static void restore_variable(const char *name, char *old) {
    if (old == NULL) {
        unsetenv(name);
    } else {
        setenv(name, old, 1);
        free(old);
    }
}

SCREEN *hark_start(const char *kind, FILE *file, int height, int width) {
    char *old_rows = replace_variable("LINES", height);
    char *old_columns = replace_variable("COLUMNS", width);
    SCREEN *screen = newterm(kind, file, file);
    restore_variable("LINES", old_rows);
    restore_variable("COLUMNS", old_columns);
    return screen;
}

int hark_put(WINDOW *window, int row, int column, const wchar_t *text, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, text, attributes, 0, &pair) == ERR) return ERR;
    return mvwadd_wch(window, row, column, &cell);
}

void hark_set_background(WINDOW *window, attr_t attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, L" ", attributes, 0, &pair) == OK) wbkgrndset(window, &cell);
}

bool hark_use_locale(void) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int hark_width(wchar_t character) { return wcwidth(character); }

FILE *hark_memory_file(void) {
    int descriptor = memfd_create("hark-frame", MFD_CLOEXEC);
    if (descriptor < 0) return NULL;
    FILE *file = fdopen(descriptor, "w+");
    if (file == NULL) close(descriptor);
    return file;
}
