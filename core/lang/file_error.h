// file_error.h — syntax errors as CPython tells them of a file.
// SPDX-License-Identifier: MIT
#ifndef TL_LANG_FILE_ERROR_H
#define TL_LANG_FILE_ERROR_H

#include "lang/syntax_error.h"

// Changes [err], which has character columns, to what a file's error says.
void tl_syntax_error_in_file(TlSyntaxError *err, const char *filename,
                             const char *source, size_t len);

#endif
