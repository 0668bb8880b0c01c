// interp.c — the dispatch loop and nothing else.
// SPDX-License-Identifier: MIT
//
// Hot state (ip, sp, the frame) lives in C locals and is saved to the frame
// before anything is called that could look at it or change frames. What is
// short or hot stands here; bodies of other instructions are in ops_*.c.
//
// A body returns a status (the same frame goes on) or a TlFlow. All ways out
// of an instruction meet at `next`, `check`, `flow` and `error` below.
#include "vm/interp.h"

#include "object/class.h"
#include "object/number.h"
#include "vm/call_fast.h"
#include "vm/interp_fast.h"
#include "vm/vm_impl.h"

#define SAVE() (f->ip = ip, f->sp = sp)
#define NAME(arg) tl_as_str(f->code->names->items[arg])
#define CACHE() (&f->code->caches[*ip++])

TlSendStatus tl_interp_run(TlRuntime *rt, TlValue *result)
{
    TlVm *vm = rt->vm;
    TlFrame *f = vm->top;
    const uint32_t *ip = f->ip;
    TlValue *sp = f->sp;
    TlStatus status = TL_OK;
    TlFlow flow = TL_FLOW_NEXT;
    if (tl_raised(rt)) {
        goto error;
    }
    for (;;) {
        uint32_t word = *ip++;
        uint32_t arg = TL_INSTR_ARG(word);
        switch (TL_INSTR_OP(word)) {
        case TL_OP_NOP:
            continue;
        case TL_OP_POP_TOP: {
            TlValue v = *--sp;
            if (tl_is_obj(v) && --tl_as_obj(v)->refs == 0) {
                SAVE();
                tl_object_dead(rt, tl_as_obj(v));
            }
            continue;
        }
        case TL_OP_COPY:
            sp[0] = tl_incref(sp[-(int32_t)arg]);
            sp++;
            continue;
        case TL_OP_SWAP: {
            TlValue top = sp[-1];
            sp[-1] = sp[-(int32_t)arg];
            sp[-(int32_t)arg] = top;
            continue;
        }
        case TL_OP_PUSH_NULL:
            *sp++ = TL_NO_VALUE;
            continue;
        case TL_OP_LOAD_CONST:
            *sp++ = tl_incref(f->code->consts->items[arg]);
            continue;

        // names
        case TL_OP_LOAD_FAST: {
            TlValue v = f->slots[arg];
            if (TL_UNLIKELY(v == TL_NO_VALUE)) {
                SAVE();
                tl_raise_unbound(rt, f, (int)arg);
                goto error;
            }
            *sp++ = tl_incref(v);
            // Operands come in twos: save a dispatch.
            if (TL_INSTR_OP(*ip) == TL_OP_LOAD_CONST) {
                arg = TL_INSTR_ARG(*ip++);
                *sp++ = tl_incref(f->code->consts->items[arg]);
            }
            continue;
        }
        case TL_OP_STORE_FAST: {
            TlValue old = f->slots[arg];
            f->slots[arg] = *--sp;
            if (tl_is_obj(old) && --tl_as_obj(old)->refs == 0) {
                SAVE();
                tl_object_dead(rt, tl_as_obj(old));
            }
            continue;
        }
        case TL_OP_DELETE_FAST:
            SAVE();
            if (f->slots[arg] == TL_NO_VALUE) {
                tl_raise_unbound(rt, f, (int)arg);
                goto error;
            }
            tl_clear(rt, &f->slots[arg]);
            continue;
        case TL_OP_LOAD_CLOSURE:
            *sp++ = tl_incref(f->slots[arg]);
            continue;
        case TL_OP_LOAD_DEREF: {
            TlValue v = ((TlCell *)tl_as_obj(f->slots[arg]))->value;
            if (TL_UNLIKELY(v == TL_NO_VALUE)) {
                SAVE();
                tl_raise_unbound(rt, f, (int)arg);
                goto error;
            }
            *sp++ = tl_incref(v);
            continue;
        }
        case TL_OP_STORE_DEREF: {
            TlCell *cell = (TlCell *)tl_as_obj(f->slots[arg]);
            TlValue old = cell->value;
            cell->value = *--sp;
            SAVE();
            tl_decref(rt, old);
            continue;
        }
        case TL_OP_DELETE_DEREF:
            SAVE();
            status = tl_op_delete_deref(rt, f, (int)arg);
            goto check;
        case TL_OP_LOAD_CLASSDEREF:
            SAVE();
            status = tl_op_load_classderef(rt, f, (int)arg);
            goto check;
        case TL_OP_MAKE_CELL:
            SAVE();
            status = tl_op_make_cell(rt, f, (int)arg);
            goto check;
        case TL_OP_LOAD_NAME:
            SAVE();
            status = tl_op_load_name(rt, f, NAME(arg));
            goto check;
        case TL_OP_STORE_NAME:
            SAVE();
            status = tl_op_store_name(rt, f, NAME(arg));
            goto check;
        case TL_OP_DELETE_NAME:
            SAVE();
            status = tl_op_delete_name(rt, f, NAME(arg));
            goto check;
        case TL_OP_LOAD_GLOBAL: {
            SAVE();
            TlInlineCache *cache = CACHE();
            TlRef v = tl_global_hit(f, NAME(arg), cache);
            if (TL_LIKELY(v != TL_NO_VALUE)) {
                *sp++ = tl_incref(v);
                if (TL_INSTR_OP(*ip) == TL_OP_PUSH_NULL) {
                    *sp++ = TL_NO_VALUE;
                    ip++;
                }
                continue;
            }
            status = tl_op_load_global(rt, f, NAME(arg), cache);
            goto check;
        }
        case TL_OP_STORE_GLOBAL:
            SAVE();
            status = tl_op_store_global(rt, f, NAME(arg));
            goto check;
        case TL_OP_DELETE_GLOBAL:
            SAVE();
            status = tl_op_delete_global(rt, f, NAME(arg));
            goto check;

        // attributes and items
        case TL_OP_LOAD_ATTR: {
            SAVE();
            TlInlineCache *cache = CACHE();
            TlRef v = tl_attr_hit(sp[-1], NAME(arg), cache);
            if (TL_LIKELY(v != TL_NO_VALUE)) {
                TlValue obj = sp[-1];
                sp[-1] = tl_incref(v);
                tl_decref(rt, obj);
                continue;
            }
            status = tl_op_load_attr(rt, f, NAME(arg), cache);
            goto check;
        }
        case TL_OP_STORE_ATTR: {
            SAVE();
            TlInlineCache *cache = CACHE();
            TlValue *place = tl_store_hit(sp[-1], NAME(arg), cache);
            if (TL_LIKELY(place != NULL)) {
                TlValue obj = sp[-1], old = *place;
                *place = sp[-2];
                sp -= 2;
                f->sp = sp;
                tl_decref(rt, old);
                tl_decref(rt, obj);
                continue;
            }
            status = tl_op_store_attr(rt, f, NAME(arg), cache);
            goto check;
        }
        case TL_OP_DELETE_ATTR:
            SAVE();
            status = tl_op_delete_attr(rt, f, NAME(arg));
            goto check;
        case TL_OP_LOAD_METHOD: {
            SAVE();
            TlInlineCache *cache = CACHE();
            if (TL_LIKELY(tl_method_hit(rt, sp[-1], NAME(arg), cache))) {
                sp[0] = sp[-1];
                sp[-1] = tl_incref(cache->value);
                sp++;
                continue;
            }
            status = tl_op_load_method(rt, f, NAME(arg), cache);
            goto check;
        }
        case TL_OP_BINARY_SUBSCR: {
            TlRef v = tl_subscr_hit(rt, sp[-2], sp[-1]);
            if (TL_LIKELY(v != TL_NO_VALUE)) {
                TlValue obj = sp[-2];
                sp[-2] = tl_incref(v);
                sp--;
                if (--tl_as_obj(obj)->refs == 0) {
                    SAVE();
                    tl_object_dead(rt, tl_as_obj(obj));
                }
                continue;
            }
            SAVE();
            status = tl_op_subscr(rt, f);
            goto check;
        }
        case TL_OP_STORE_SUBSCR:
            SAVE();
            status = tl_op_store_subscr(rt, f);
            goto check;
        case TL_OP_DELETE_SUBSCR:
            SAVE();
            status = tl_op_delete_subscr(rt, f);
            goto check;

        // operators
        case TL_OP_BINARY_OP: {
            TlValue r = tl_binary_fast(rt, sp[-2], sp[-1], arg);
            if (TL_LIKELY(r != TL_NO_VALUE)) {
                sp--;
                sp[-1] = r;
                continue;
            }
            SAVE();
            status = tl_op_binary(rt, f, arg);
            goto check;
        }
        case TL_OP_COMPARE_OP: {
            TlValue r = tl_compare_fast(sp[-2], sp[-1], arg);
            if (TL_LIKELY(r != TL_NO_VALUE)) {
                // Nearly always a condition: jump at once.
                if (TL_INSTR_OP(*ip) == TL_OP_POP_JUMP_IF_FALSE) {
                    sp -= 2;
                    ip = r == TL_FALSE ? f->code->instrs + TL_INSTR_ARG(*ip)
                                       : ip + 1;
                    continue;
                }
                sp--;
                sp[-1] = r;
                continue;
            }
            SAVE();
            status = tl_op_compare(rt, f, arg);
            goto check;
        }
        case TL_OP_IS_OP: {
            bool same = (sp[-1] == sp[-2]) != (arg != 0);
            SAVE();
            tl_drop(rt, f);
            tl_drop(rt, f);
            sp = f->sp;
            *sp++ = tl_bool(same);
            continue;
        }
        case TL_OP_CONTAINS_OP:
            SAVE();
            status = tl_op_contains(rt, f, arg != 0);
            goto check;
        case TL_OP_UNARY_NOT:
            if (TL_LIKELY(tl_is_bool(sp[-1]))) {
                sp[-1] ^= 1;
                continue;
            }
            SAVE();
            status = tl_op_unary(rt, f, TL_OP_UNARY_NOT);
            goto check;
        case TL_OP_UNARY_NEGATIVE:
        case TL_OP_UNARY_POSITIVE:
        case TL_OP_UNARY_INVERT:
            SAVE();
            status = tl_op_unary(rt, f, TL_INSTR_OP(word));
            goto check;

        // building
        case TL_OP_BUILD_SLICE:
        case TL_OP_BUILD_TUPLE:
        case TL_OP_BUILD_LIST:
        case TL_OP_BUILD_SET:
        case TL_OP_BUILD_MAP:
        case TL_OP_BUILD_STRING:
        case TL_OP_LIST_TO_TUPLE:
            SAVE();
            status = tl_op_build(rt, f, TL_INSTR_OP(word), (int)arg);
            goto check;
        case TL_OP_FORMAT_VALUE:
            SAVE();
            status = tl_op_format(rt, f, arg);
            goto check;
        case TL_OP_LIST_APPEND:
        case TL_OP_SET_ADD:
        case TL_OP_MAP_ADD:
        case TL_OP_LIST_EXTEND:
        case TL_OP_SET_UPDATE:
        case TL_OP_DICT_UPDATE:
        case TL_OP_DICT_MERGE:
            SAVE();
            status = tl_op_collect(rt, f, TL_INSTR_OP(word), (int)arg);
            goto check;
        case TL_OP_UNPACK_SEQUENCE:
            SAVE();
            status = tl_op_unpack(rt, f, (int)arg);
            goto check;
        case TL_OP_UNPACK_EX:
            SAVE();
            status = tl_op_unpack_ex(rt, f, arg);
            goto check;

        // jumps
        case TL_OP_JUMP:
            ip = f->code->instrs + arg;
            continue;
        case TL_OP_JUMP_BACK:
            ip = f->code->instrs + arg;
            if (TL_LIKELY(tl_tick(rt))) {
                continue;
            }
            SAVE();
            flow = tl_pause(rt, TL_FLOW_NEXT);
            goto flow;
        case TL_OP_POP_JUMP_IF_FALSE:
        case TL_OP_POP_JUMP_IF_TRUE: {
            TlValue v = sp[-1];
            bool want = TL_INSTR_OP(word) == TL_OP_POP_JUMP_IF_TRUE;
            if (TL_LIKELY(tl_is_bool(v))) {
                sp--;
                if (v == tl_bool(want)) {
                    ip = f->code->instrs + arg;
                }
                continue;
            }
            SAVE();
            int truth = tl_truth(rt, v);
            if (truth < 0) {
                goto error;
            }
            if (truth == want) {
                ip = f->code->instrs + arg;
            }
            tl_decref(rt, *--sp);
            continue;
        }
        case TL_OP_POP_JUMP_IF_NONE:
        case TL_OP_POP_JUMP_IF_NOT_NONE: {
            TlValue v = *--sp;
            bool want = TL_INSTR_OP(word) == TL_OP_POP_JUMP_IF_NONE;
            SAVE();
            tl_decref(rt, v);
            if (tl_is_none(v) == want) {
                ip = f->code->instrs + arg;
            }
            continue;
        }
        case TL_OP_JUMP_IF_FALSE_OR_POP:
        case TL_OP_JUMP_IF_TRUE_OR_POP: {
            SAVE();
            int truth = tl_truth(rt, sp[-1]);
            if (truth < 0) {
                goto error;
            }
            if (truth == (TL_INSTR_OP(word) == TL_OP_JUMP_IF_TRUE_OR_POP)) {
                ip = f->code->instrs + arg;
            } else {
                tl_decref(rt, *--sp);
            }
            continue;
        }

        // iteration
        case TL_OP_GET_ITER:
            SAVE();
            status = tl_op_get_iter(rt, f);
            goto check;
        case TL_OP_FOR_ITER: {
            TlValue v = tl_iter_fast(rt, sp[-1]);
            if (TL_LIKELY(v != TL_NO_VALUE)) {
                TlValue *to = TL_INSTR_OP(*ip) == TL_OP_STORE_FAST
                                  ? &f->slots[TL_INSTR_ARG(*ip)] : sp;
                if (to != sp && !tl_is_obj(*to)) {
                    *to = v;  // nothing to drop: the loop variable is set
                    ip++;
                } else {
                    *sp++ = v;
                }
                continue;
            }
            SAVE();
            flow = tl_op_for_iter(rt, f, arg);
            goto flow;
        }
        case TL_OP_GET_YIELD_FROM_ITER:
            SAVE();
            status = tl_op_get_yield_from_iter(rt, f);
            goto check;

        // calls and functions
        case TL_OP_CALL: {
            SAVE();
            TlValue *base = sp - arg - 2;
            if (tl_is_obj(base[0]) &&
                tl_as_obj(base[0])->type == rt->types.function) {
                TlFunction *func = (TlFunction *)tl_as_obj(base[0]);
                int self = base[1] != TL_NO_VALUE;
                TlFrame *callee = NULL;
                if (tl_call_is_exact(func, (int)arg + self)) {
                    callee = tl_call_exact(rt, f, func, base, base + 2 - self,
                                           (int)arg + self);
                }
                if (TL_LIKELY(callee != NULL && tl_tick(rt))) {
                    f = callee;
                    ip = f->ip;
                    sp = f->sp;
                    continue;
                }
                if (callee != NULL) {
                    flow = tl_pause(rt, TL_FLOW_FRAME);
                    goto flow;
                }
            }
            flow = tl_op_call(rt, f, (int)arg, NULL);
            goto flow;
        }
        case TL_OP_CALL_KW:
            SAVE();
            flow = tl_op_call_kw(rt, f, (int)arg);
            goto flow;
        case TL_OP_CALL_EX:
            SAVE();
            flow = tl_op_call_ex(rt, f, arg != 0);
            goto flow;
        case TL_OP_MAKE_FUNCTION:
            SAVE();
            status = tl_op_make_function(rt, f, arg);
            goto check;
        case TL_OP_LOAD_BUILD_CLASS:
            *sp++ = tl_incref(vm->build_class);
            continue;
        case TL_OP_RETURN_VALUE: {
            TlValue v = *--sp;
            SAVE();
            if (TL_LIKELY(f->ret == TL_RET_CALL && f->trace_id == 0)) {
                TlFrame *caller = f->back;
                vm->top = caller;
                rt->depth--;
                tl_frame_drop(rt, f);
                f = caller;
                ip = f->ip;
                sp = f->sp;
                *sp++ = v;
                continue;
            }
            flow = tl_leave_return(rt, f, v);
            goto flow;
        }
        case TL_OP_SETUP_ANNOTATIONS:
            SAVE();
            status = tl_op_setup_annotations(rt, f);
            goto check;

        // generators and coroutines
        case TL_OP_RETURN_GENERATOR:
            SAVE();
            flow = tl_op_return_generator(rt, f);
            goto flow;
        case TL_OP_YIELD_VALUE: {
            TlValue v = *--sp;
            SAVE();
            flow = tl_leave_yield(rt, f, v);
            goto flow;
        }
        case TL_OP_SEND:
            SAVE();
            flow = tl_op_send(rt, f, arg);
            goto flow;
        case TL_OP_GET_AWAITABLE:
            if (tl_is_new_coroutine(rt, sp[-1])) {
                continue;
            }
            SAVE();
            status = tl_op_get_awaitable(rt, f, arg);
            goto check;
        case TL_OP_GET_AITER:
            SAVE();
            status = tl_op_get_aiter(rt, f);
            goto check;
        case TL_OP_GET_ANEXT:
            SAVE();
            status = tl_op_get_anext(rt, f);
            goto check;
        case TL_OP_END_ASYNC_FOR:
            SAVE();
            flow = tl_op_end_async_for(rt, f);
            goto flow;
        case TL_OP_ASYNC_GEN_WRAP:
            f->gen->yielding = true;
            continue;

        // with
        case TL_OP_BEFORE_WITH:
            SAVE();
            flow = tl_op_before_with(rt, f);
            goto flow;
        case TL_OP_BEFORE_ASYNC_WITH:
            SAVE();
            flow = tl_op_before_async_with(rt, f);
            goto flow;
        case TL_OP_WITH_EXCEPT_START:
            SAVE();
            flow = tl_op_with_except_start(rt, f);
            goto flow;

        // exceptions
        case TL_OP_PUSH_EXC_INFO:
            SAVE();
            tl_op_push_exc_info(rt, f);
            sp = f->sp;
            continue;
        case TL_OP_POP_EXCEPT:
            SAVE();
            tl_op_pop_except(rt, f);
            sp = f->sp;
            continue;
        case TL_OP_CHECK_EXC_MATCH:
            SAVE();
            status = tl_op_check_exc_match(rt, f);
            goto check;
        case TL_OP_CHECK_EG_MATCH:
            SAVE();
            status = tl_op_check_eg_match(rt, f);
            goto check;
        case TL_OP_PREP_RERAISE_STAR:
            SAVE();
            status = tl_op_prep_reraise_star(rt, f);
            goto check;
        case TL_OP_RERAISE:
            SAVE();
            flow = tl_op_reraise(rt, f);
            goto flow;
        case TL_OP_RAISE_VARARGS:
            SAVE();
            flow = tl_op_raise(rt, f, (int)arg);
            goto flow;
        case TL_OP_LOAD_ASSERTION_ERROR:
            *sp++ = tl_incref(tl_from_obj(rt->exc.AssertionError));
            continue;

        // import
        case TL_OP_IMPORT_NAME:
            SAVE();
            flow = tl_op_import_name(rt, f, NAME(arg));
            goto flow;
        case TL_OP_IMPORT_FROM:
            SAVE();
            status = tl_op_import_from(rt, f, NAME(arg));
            goto check;
        case TL_OP_IMPORT_STAR:
            SAVE();
            status = tl_op_import_star(rt, f);
            goto check;

        // match
        case TL_OP_MATCH_CLASS:
            SAVE();
            status = tl_op_match_class(rt, f, (int)arg);
            goto check;
        case TL_OP_MATCH_MAPPING:
            SAVE();
            tl_op_match_kind(rt, f, TL_TYPE_MAPPING);
            sp = f->sp;
            continue;
        case TL_OP_MATCH_SEQUENCE:
            SAVE();
            tl_op_match_kind(rt, f, TL_TYPE_SEQUENCE);
            sp = f->sp;
            continue;
        case TL_OP_MATCH_KEYS:
            SAVE();
            status = tl_op_match_keys(rt, f);
            goto check;
        case TL_OP_GET_LEN:
            SAVE();
            status = tl_op_get_len(rt, f);
            goto check;

        case TL_OP_TRACE_LINE:
            SAVE();
            tl_trace_line(rt, f);
            continue;
        default:
            TL_UNREACHABLE("the compiler emits known instructions only");
        }


    check:
        if (TL_LIKELY(status == TL_OK)) {
            sp = f->sp;
            continue;
        }
    error:
        flow = tl_unwind(rt, true);
    flow:
        while (flow >= TL_FLOW_ERROR) {
            if (flow == TL_FLOW_SUSPEND || flow == TL_FLOW_END) {
                *result = vm->end_value;
                vm->end_value = TL_NO_VALUE;
                return flow == TL_FLOW_END ? vm->end : TL_SEND_SUSPENDED;
            }
            flow = tl_unwind(rt, flow == TL_FLOW_ERROR);
        }
        f = vm->top;
        ip = f->ip;
        sp = f->sp;
    }
}
