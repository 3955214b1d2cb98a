/* The least that a full-screen program can do, as the floor for figures of the desk.
 *
 *   floor rows    24 rows of 80 columns; j moves a bar: both rows are written again
 *   floor mark    j moves a > in the first column
 *   q             leaves
 *
 * When FLOOR_TIMINGS names a file, "exec <ns>" of the monotonic clock is appended to it and the program
 * starts itself anew: the time from there to READY is the floor of a start. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { ROWS = 23 };
static char out[16384];
static int used;

static void row(int at, int selected, int marker) {
    int bar = selected && !marker;
    used += snprintf(out + used, sizeof out - used,
                     "\x1b[%d;1H%s%c %04d  Invented Name %04d      en lt   Lithuania  in %3d days   K-%02d%18s%s", at + 1,
                     bar ? "\x1b[7m" : "", selected && marker ? '>' : ' ', at, at, at * 7, at / 4, "",
                     bar ? "\x1b[0m" : "");
}

static void marker_at(int at, char sign) {
    used += snprintf(out + used, sizeof out - used, "\x1b[%d;1H%c", at + 1, sign);
}

static void send(void) {
    if (write(1, out, used) < 0) exit(1);
    used = 0;
}

static void note_and_start_anew(char **arguments) {
    const char *path = getenv("FLOOR_TIMINGS");
    if (!path) return;
    int file = open(path, O_WRONLY | O_APPEND);
    unsetenv("FLOOR_TIMINGS");
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (file >= 0) {
        dprintf(file, "exec %lld\n", now.tv_sec * 1000000000LL + now.tv_nsec);
        close(file);
    }
    execv("/proc/self/exe", arguments);
}

int main(int count, char **arguments) {
    note_and_start_anew(arguments);
    int marker = count > 1 && !strcmp(arguments[1], "mark"), selected = 2;
    struct termios before, raw;
    tcgetattr(0, &before);
    raw = before;
    cfmakeraw(&raw);
    tcsetattr(0, TCSANOW, &raw);
    used = snprintf(out, sizeof out, "\x1b[?1049h\x1b[?25l\x1b[2J");
    for (int at = 0; at < ROWS; at++) row(at, at == selected, marker);
    used += snprintf(out + used, sizeof out - used, "\x1b[24;1HREADY");
    send();
    char keys[256];
    long got;
    while ((got = read(0, keys, sizeof keys)) > 0) {
        int last = selected;
        for (long key = 0; key < got; key++) {
            if (keys[key] == 'q') goto leave;
            if (keys[key] == 'j') selected = (selected + 1) % ROWS;
        }
        if (selected == last) continue;
        if (marker) {
            marker_at(last, ' ');
            marker_at(selected, '>');
        } else {
            row(last, 0, 0);
            row(selected, 1, 0);
        }
        send();
    }
leave:
    used = snprintf(out, sizeof out, "\x1b[?25h\x1b[?1049l");
    send();
    tcsetattr(0, TCSANOW, &before);
    return 0;
}
