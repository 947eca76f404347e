#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

// Ends a sequence cut in half and a synchronised frame; then colours, mouse, paste and focus reports, cursor, keypad,
// scrolling region, and the alternate screen.
static const char restoring[] = "\x18\033[?2026l\033[0m\033[?1006l\033[?1002l\033[?1000l\033[?2004l\033[?1004l"
                                "\033[?25h\033[?1l\033>\033[r\033[?1049l";

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGQUIT, SIGINT, SIGALRM};
// What asks to end is told to the program, so that it closes its database; after a second it ends all the same.
static const int passed[] = {SIGWINCH, SIGCONT, SIGHUP, SIGTERM};
enum { fatal_count = sizeof fatal / sizeof *fatal, passed_count = sizeof passed / sizeof *passed };

static int device = -1;
static int pipe_ends[2] = {-1, -1};
static struct termios own_mode;
static volatile sig_atomic_t engaged;
static struct sigaction old_fatal[fatal_count], old_passed[passed_count], old_stop;

void hark_guard_set_engaged(bool value) { engaged = value; }

void hark_guard_restore(void) {
    if (!engaged) return;
    engaged = 0;
    size_t sent = 0;
    // The device does not block; a slow one gets a fifth of a second.
    for (int attempt = 0; attempt < 10 && sent < sizeof restoring - 1; attempt++) {
        ssize_t count = write(device, restoring + sent, sizeof restoring - 1 - sent);
        if (count > 0) {
            sent += (size_t)count;
        } else if (errno == EAGAIN) {
            struct pollfd ready = {device, POLLOUT, 0};
            poll(&ready, 1, 20);
        } else if (errno != EINTR) {
            break;
        }
    }
    tcsetattr(device, TCSANOW, &own_mode);
}

static void end_process(int signal_number) {
    hark_guard_restore();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void pass_on(int signal_number) {
    int saved = errno;
    char letter = signal_number == SIGWINCH ? 'W' : signal_number == SIGCONT ? 'C' : 'H';
    if (letter == 'H') alarm(1);
    ssize_t ignored = write(pipe_ends[1], &letter, 1);
    (void)ignored;
    errno = saved;
}

// Whether a shell in the same session could continue the process; without one it must not stop.
static bool can_be_continued(void) { return getsid(getppid()) == getsid(0) && getpgid(getppid()) != getpgrp(); }

static void stop_self(int signal_number) {
    (void)signal_number;
    int saved = errno;
    if (can_be_continued()) {
        hark_guard_restore();
        raise(SIGSTOP);
    }
    errno = saved;
}

bool hark_guard_stop(void) {
    if (!can_be_continued()) return false;
    hark_guard_restore();
    // The rest of the group is asked; this process must stop here and now, whichever thread takes signals.
    struct sigaction ignoring = {0}, handler;
    ignoring.sa_handler = SIG_IGN;
    sigaction(SIGTSTP, &ignoring, &handler);
    kill(0, SIGTSTP);
    raise(SIGSTOP);
    sigaction(SIGTSTP, &handler, NULL);
    return true;
}

static void install(int signal_number, void (*handler)(int), int flags, struct sigaction *old) {
    struct sigaction action = {0};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(signal_number, &action, old);
}

int hark_guard_start(int descriptor, const struct termios *mode) {
    if (pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) < 0) return -1;
    device = descriptor;
    own_mode = *mode;
    // A stack of its own, so that an overflow of the first thread's stack is handled too.
    static char room[16384];
    stack_t stack = {.ss_sp = room, .ss_size = sizeof room};
    sigaltstack(&stack, NULL);
    for (int i = 0; i < fatal_count; i++) install(fatal[i], end_process, SA_NODEFER | SA_ONSTACK, &old_fatal[i]);
    for (int i = 0; i < passed_count; i++) install(passed[i], pass_on, SA_RESTART | SA_ONSTACK, &old_passed[i]);
    install(SIGTSTP, stop_self, SA_RESTART | SA_ONSTACK, &old_stop);
    return pipe_ends[0];
}

void hark_guard_end(void) {
    if (device < 0) return;
    for (int i = 0; i < fatal_count; i++) sigaction(fatal[i], &old_fatal[i], NULL);
    for (int i = 0; i < passed_count; i++) sigaction(passed[i], &old_passed[i], NULL);
    sigaction(SIGTSTP, &old_stop, NULL);
    close(pipe_ends[1]);
    device = pipe_ends[0] = pipe_ends[1] = -1;
    engaged = 0;
}
