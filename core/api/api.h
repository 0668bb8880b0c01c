// api.h — what the api layer keeps in a runtime.
// SPDX-License-Identifier: MIT
#ifndef TL_API_API_H
#define TL_API_API_H

#include "base/buf.h"
#include "twinloop.h"
#include "lib/lib.h"

// A file given with tl_add_source(); owned copies.
typedef struct TlSource {
    struct TlSource *next;
    char *path;
    char *text;
    size_t len;
} TlSource;

typedef struct TlApi {
    TlHost host;
    TlConfig config;
    TlSource *sources;
    TlBuf message;       // of tl_error_message()
    double host_start;   // host clock at the start of the run
    bool started, finished;
    bool until_done;     // the interrupt of config.until has been sent
    bool trace_opened;   // the trace stream's opening is written
} TlApi;

#endif
