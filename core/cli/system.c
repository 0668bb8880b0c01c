// system.c — files and clocks of the machine.
// SPDX-License-Identifier: MIT
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "cli.h"

static char *read_all(FILE *file, size_t *len)
{
    size_t cap = 4096, used = 0;
    char *text = malloc(cap);
    while (text != NULL) {
        used += fread(text + used, 1, cap - used, file);
        if (used < cap) {
            break;
        }
        char *larger = realloc(text, cap *= 2);
        if (larger == NULL) {
            free(text);
        }
        text = larger;
    }
    if (text != NULL && ferror(file)) {
        free(text);
        text = NULL;
    }
    *len = used;
    return text;
}

char *tl_cli_read_file(const char *path, size_t *len)
{
    struct stat info;
    if (stat(path, &info) != 0 || S_ISDIR(info.st_mode)) {
        return NULL;
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return NULL;
    }
    char *text = read_all(file, len);
    fclose(file);
    return text;
}

const char *tl_cli_file_error(const char *path)
{
    static char text[160];
    struct stat info;
    int problem = 0;
    if (stat(path, &info) != 0) {
        problem = errno;
    } else if (S_ISDIR(info.st_mode)) {
        problem = EISDIR;
    } else {
        FILE *file = fopen(path, "rb");
        problem = file == NULL ? errno : 0;
        if (file != NULL) {
            fclose(file);
        }
    }
    text[0] = '\0';
    if (problem != 0) {
        snprintf(text, sizeof text, ": [Errno %d] %s", problem,
                 strerror(problem));
    }
    return text;
}

static double read_clock(clockid_t clock)
{
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double tl_cli_monotonic(void *user)
{
    (void)user;
    return read_clock(CLOCK_MONOTONIC);
}

double tl_cli_wall_time(void *user)
{
    (void)user;
    return read_clock(CLOCK_REALTIME);
}

void tl_cli_sleep_until(double deadline)
{
    // A day at most: "until a host answer" is an infinite deadline.
    double wait = deadline - read_clock(CLOCK_MONOTONIC);
    if (!(wait < 86400)) {
        wait = 86400;
    }
    if (wait <= 0) {
        return;
    }
    struct timespec span = {.tv_sec = (time_t)wait};
    span.tv_nsec = (long)((wait - floor(wait)) * 1e9);
    nanosleep(&span, NULL);
}
