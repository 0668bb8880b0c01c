// mod_gc.c — gc: the collector of cycles, as far as programs may steer it.
// SPDX-License-Identifier: MIT
#include "lib/modules.h"
#include "object/exc.h"
#include "object/number.h"

static TlValue gc_collect(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    size_t found = tl_gc_collect(rt);
    return tl_raised(rt) ? TL_NO_VALUE : tl_int_from_u64(rt, found);
}

static TlValue gc_enable(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    rt->gc_enabled = true;
    return TL_NONE;
}

static TlValue gc_disable(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    rt->gc_enabled = false;
    return TL_NONE;
}

static TlValue gc_isenabled(TlRuntime *rt, TlRef self, const TlRef *args,
                            int nargs, TlTuple *kwnames)
{
    return tl_bool(rt->gc_enabled);
}

static const TlNativeDef functions[] = {
    {"collect", gc_collect, TL_FN_SIG, "(generation=2)",
     "Run the garbage collector."},
    {"enable", gc_enable, TL_FN_NOARGS, "()",
     "Enable automatic garbage collection."},
    {"disable", gc_disable, TL_FN_NOARGS, "()",
     "Disable automatic garbage collection."},
    {"isenabled", gc_isenabled, TL_FN_NOARGS, "()",
     "Returns true if automatic garbage collection is enabled."},
    {0},
};

TlStatus tl_init_gc(TlRuntime *rt, TlModule *module)
{
    return tl_module_add_functions(rt, tl_from_obj(module), functions);
}
