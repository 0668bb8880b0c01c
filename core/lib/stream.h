// stream.h — sys.stdin, sys.stdout and sys.stderr.
// SPDX-License-Identifier: MIT
//
// A stream collects text until it is flushed, so that one print() is one
// output event however many pieces it has. Whoever appends flushes before
// giving control away for good; text that nested calls print in between keeps
// its place.
#ifndef TL_LIB_STREAM_H
#define TL_LIB_STREAM_H

#include "base/buf.h"
#include "lib/lib.h"

typedef struct TlStream {
    TlObject ob;
    int number;     // 0 stdin, 1 stdout, 2 stderr
    bool closed;
    TlBuf pending;  // not yet given to tl_lib_write()
} TlStream;

// Puts the three streams into sys's dict.
TlStatus tl_streams_init(TlRuntime *rt, TlDict *sys);
// [v] as one of the streams, borrowed; NULL when it is something else.
TlStream *tl_as_stream(TlRef v);
// Adds text. Raises UnicodeEncodeError for lone surrogates, ValueError when
// the stream is closed.
TlStatus tl_stream_append(TlRuntime *rt, TlStream *stream, TlStr *text);
// Hands over what was appended. A pending exception stays, unless this raises.
TlStatus tl_stream_flush(TlRuntime *rt, TlStream *stream);
// sys.stdout, sys.stdin ...: borrowed, TL_NO_VALUE when the name is gone or
// memory is (then an exception is pending).
TlRef tl_sys_attr(TlRuntime *rt, const char *name);

#endif
