// vm_fixture.h — runs small Python programs on the VM alone, for unit tests.
// SPDX-License-Identifier: MIT
//
// The built-ins are the types, the exceptions and a few functions; print()
// collects. run_is() runs a program twice, in one go and a step at a time, and
// both must print what CPython prints. What nobody catches ends the output as
// "Type: message".
#ifndef TL_TESTS_VM_FIXTURE_H
#define TL_TESTS_VM_FIXTURE_H

#include <string.h>

#include "lang/compile.h"
#include "object_fixture.h"
#include "vm/vm.h"

// The output of the running program; set by vm_new().
static TlBuf fixture_out;

static inline TlValue fixture_print(TlRuntime *rt, TlRef self,
                                    const TlRef *args, int nargs,
                                    TlTuple *kwnames)
{
    for (int i = 0; i < nargs; i++) {
        TlValue text = tl_str(rt, args[i]);
        if (!tl_has_value(text)) {
            return TL_NO_VALUE;
        }
        tl_buf_append_str(&fixture_out, i > 0 ? " " : "");
        tl_str_append_to(&fixture_out, tl_as_str(text));
        tl_decref(rt, text);
    }
    tl_buf_append_char(&fixture_out, '\n');
    return TL_NONE;
}

static inline TlValue fixture_next(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    return tl_vm_tail_next(rt, args[0], nargs > 1 ? args[1] : TL_NO_VALUE);
}

static inline TlValue fixture_repr(TlRuntime *rt, TlRef self,
                                   const TlRef *args, int nargs,
                                   TlTuple *kwnames)
{
    return tl_repr(rt, args[0]);
}

// handled(): the exception being handled, as sys.exc_info()[1].
static inline TlValue fixture_handled(TlRuntime *rt, TlRef self,
                                      const TlRef *args, int nargs,
                                      TlTuple *kwnames)
{
    TlRef exc = tl_handled(rt);
    return tl_has_value(exc) ? tl_incref(exc) : TL_NONE;
}

// Suspends twice before it returns its argument: a blocking operation.
typedef struct FixtureBlock {
    TlObject ob;
    int left;
    TlValue value;
} FixtureBlock;

static inline TlSendStatus fixture_block_send(TlRuntime *rt, TlRef self,
                                              TlRef value, TlValue *result)
{
    FixtureBlock *block = (FixtureBlock *)(void *)tl_as_obj(self);
    if (block->left-- > 0) {
        rt->wait.waiting = true;
        rt->wait.deadline = rt->now + 1;
        return TL_SEND_SUSPENDED;
    }
    *result = tl_incref(block->value);
    return TL_SEND_RETURN;
}

static inline void fixture_block_free(TlRuntime *rt, TlObject *self)
{
    tl_clear(rt, &((FixtureBlock *)(void *)self)->value);
    tl_object_free(rt, self);
}

static TlType *fixture_block_type;

static inline TlValue fixture_block(TlRuntime *rt, TlRef self,
                                    const TlRef *args, int nargs,
                                    TlTuple *kwnames)
{
    FixtureBlock *block = tl_object_new(rt, fixture_block_type);
    assert_non_null(block);
    block->left = 2;
    block->value = tl_incref(args[0]);
    return rt->hooks.suspend_on(rt, tl_from_obj(block));
}

static const TlNativeDef fixture_functions[] = {
    {"print", fixture_print, TL_FN_RAW, "(*args)", NULL},
    {"next", fixture_next, TL_FN_RAW, "(it, default=?, /)", NULL},
    {"repr", fixture_repr, TL_FN_ONE, "(obj, /)", NULL},
    {"handled", fixture_handled, TL_FN_NOARGS, "()", NULL},
    {"block", fixture_block, TL_FN_ONE, "(value, /)", NULL},
    {0},
};

static inline void fixture_warn(TlRuntime *rt, TlType *category,
                                const char *message)
{
    tl_buf_append_fmt(&fixture_out, "%s: %s\n", category->name, message);
}

static inline void fixture_unraisable(TlRuntime *rt, TlRef where, TlRef exc)
{
    TlValue text = tl_exc_summary(rt, exc);
    tl_buf_append_str(&fixture_out, "ignored ");
    tl_str_append_to(&fixture_out, tl_as_str(text));
    tl_buf_append_char(&fixture_out, '\n');
    tl_decref(rt, text);
}

static inline void fixture_add(TlRuntime *rt, const char *name, TlRef value)
{
    assert_int_equal(tl_dict_set_cstr(rt, rt->builtins, name, value), TL_OK);
}

static inline void fixture_add_builtins(TlRuntime *rt)
{
    TlTypes *t = &rt->types;
    struct {
        const char *name;
        TlType *type;
    } types[] = {
        {"object", t->object}, {"type", t->type}, {"int", t->int_},
        {"str", t->str}, {"list", t->list}, {"tuple", t->tuple},
        {"dict", t->dict}, {"set", t->set}, {"range", t->range},
        {"float", t->float_}, {"bool", t->bool_}, {"super", t->super},
        {"property", t->property}, {"classmethod", t->classmethod},
        {"staticmethod", t->staticmethod},
#define E(name, base) {#name, rt->exc.name},
        TL_BUILTIN_EXCEPTIONS(E)
#undef E
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        fixture_add(rt, types[i].name, tl_from_obj(types[i].type));
    }
    for (const TlNativeDef *def = fixture_functions; def->name; def++) {
        TlValue fn = tl_native_new(rt, def, TL_NO_VALUE, "builtins");
        assert_true(tl_has_value(fn));
        fixture_add(rt, def->name, fn);
        tl_decref(rt, fn);
    }
}

static inline TlRuntime *vm_new(void)
{
    static const TlSlots block_slots = {.free = fixture_block_free,
                                        .send = fixture_block_send};
    static const TlTypeSpec block_spec = {.name = "block",
                                          .size = sizeof(FixtureBlock),
                                          .flags = TL_TYPE_ABSTRACT,
                                          .slots = &block_slots};
    TlRuntime *rt = rt_new();
    assert_int_equal(tl_lang_init(rt), TL_OK);
    assert_int_equal(tl_vm_init(rt), TL_OK);
    rt->vm->hooks.warn = fixture_warn;
    rt->hooks.unraisable = fixture_unraisable;
    rt->clock_virtual = true;
    fixture_block_type = tl_type_from_spec(rt, &block_spec, rt->types.object);
    fixture_add_builtins(rt);
    tl_buf_init(&fixture_out, &rt->alloc);
    return rt;
}

static inline void vm_free(TlRuntime *rt)
{
    tl_buf_deinit(&fixture_out);
    tl_dict_clear(rt, rt->builtins);
    tl_gc_collect(rt);
    tl_release(rt, fixture_block_type);
    tl_vm_deinit(rt);
    tl_lang_deinit(rt);
    rt_free(rt);
}

// A function that runs [source] as the module __main__ when called.
static inline TlValue load(TlRuntime *rt, const char *source)
{
    TlCompileOptions options = {.mode = TL_PARSE_FILE, .filename = "t.py"};
    TlCode *code = tl_compile(rt, source, strlen(source), &options);
    if (code == NULL) {
        TlValue text = tl_exc_summary(rt, rt->error);
        fail_msg("%s", utf8_of(rt, text));
    }
    TlDict *globals = tl_dict_new(rt);
    TlValue name = mk(rt, "__main__");
    tl_dict_set_cstr(rt, globals, "__name__", name);
    tl_decref(rt, name);
    TlValue function = tl_vm_code_function(rt, code, globals);
    assert_true(tl_has_value(function));
    tl_release(rt, globals);
    tl_release(rt, code);
    return function;
}

// Runs the main thread to its end, [budget] steps at a time.
static inline TlSendStatus run_thread(TlRuntime *rt, int64_t budget,
                                      TlValue *result)
{
    TlSendStatus status;
    int depth = rt->depth;
    do {
        tl_tick_grant(rt, budget);
        status = tl_thread_run(rt, result);
        assert_null(rt->vm->top);
        assert_int_equal(rt->nested, 0);
        if (status == TL_SEND_SUSPENDED && rt->wait.waiting) {
            rt->now = rt->wait.deadline;
        }
    } while (status == TL_SEND_SUSPENDED);
    assert_int_equal(rt->depth, depth);
    return status;
}

// A program's output in fixture_out.
static inline void run_program(TlRuntime *rt, const char *source,
                               int64_t budget)
{
    TlValue program = load(rt, source);
    tl_buf_clear(&fixture_out);
    assert_int_equal(tl_thread_start(rt, program), TL_OK);
    TlValue result;
    if (run_thread(rt, budget, &result) == TL_SEND_ERROR) {
        TlValue exc = tl_fetch(rt);
        TlValue text = tl_exc_summary(rt, exc);
        tl_str_append_to(&fixture_out, tl_as_str(text));
        tl_buf_append_char(&fixture_out, '\n');
        tl_decref(rt, text);
        tl_decref(rt, exc);
    }
    tl_decref(rt, result);
    // As at exit: the namespace is emptied, cycles are collected.
    TlDict *globals = ((TlFunction *)(void *)tl_as_obj(program))->globals;
    tl_dict_clear(rt, globals);
    tl_decref(rt, program);
    tl_gc_collect(rt);
}

// The program prints [want], whatever the size of the slices it runs in.
static inline void run_is(const char *source, const char *want)
{
    static const int64_t budgets[] = {1000000, 1, 7};
    for (size_t i = 0; i < sizeof budgets / sizeof *budgets; i++) {
        TlRuntime *rt = vm_new();
        run_program(rt, source, budgets[i]);
        const char *text = tl_buf_cstr(&fixture_out);
        assert_string_equal(text == NULL ? "" : text, want);
        vm_free(rt);
    }
}

#endif
