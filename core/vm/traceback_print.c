#include "vm/vm_impl.h"
void tl_traceback_print(TlRuntime *rt, TlRef exc, TlBuf *out)
{ TlValue s = tl_exc_summary(rt, exc); if (tl_is_str(s)) tl_str_append_to(out, tl_as_str(s)); tl_buf_append_char(out, '\n'); tl_decref(rt, s);}
void tl_traceback_print_tb(TlRuntime *rt, TlRef tb, int limit, TlBuf *out) {}
void tl_traceback_print_only(TlRuntime *rt, TlRef exc, TlBuf *out) {tl_traceback_print(rt,exc,out);}
void tl_traceback_print_entry(TlRuntime *rt, TlCode *code, uint32_t instr,
                              int line, TlBuf *out) {}
