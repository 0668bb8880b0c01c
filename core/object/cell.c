// cell.c — cells: variables shared between a function and its closures.
// SPDX-License-Identifier: MIT

#include "object/exc.h"
#include "object/func.h"
#include "object/seq.h"
#include "object/str.h"
#include "object/type_impl.h"

static TlCell *as_cell(TlRef v) {
    return (TlCell *)tl_as_obj(v);
}

TlCell *tl_cell_new(TlRuntime *rt, TlValue value) {
    TlCell *cell = tl_object_new(rt, rt->types.cell);
    if (cell == NULL) {
        tl_decref(rt, value);
        return NULL;
    }
    cell->value = value;
    return cell;
}

static TlValue cell_make(TlRuntime *rt, TlType *type, const TlRef *args,
                         int nargs, TlTuple *kwnames) {
    if (tl_constructor_args(rt, "cell", nargs, kwnames, 0, 1) == TL_RAISED) {
        return TL_NO_VALUE;
    }
    TlCell *cell =
        tl_cell_new(rt, nargs == 0 ? TL_NO_VALUE : tl_incref(args[0]));
    return cell == NULL ? TL_NO_VALUE : tl_from_obj(cell);
}

static void cell_free(TlRuntime *rt, TlObject *self) {
    tl_decref(rt, ((TlCell *)self)->value);
    tl_object_free(rt, self);
}

static void cell_clear(TlRuntime *rt, TlObject *self) {
    tl_clear(rt, &((TlCell *)self)->value);
}

static void cell_traverse(TlObject *self, TlVisit visit, void *arg) {
    tl_visit(((TlCell *)self)->value, visit, arg);
}

static TlValue cell_repr(TlRuntime *rt, TlRef self) {
    TlRef value = as_cell(self)->value;
    char here[TL_ADDRESS_TEXT], there[TL_ADDRESS_TEXT];
    tl_address_text(rt, self, here);
    if (!tl_has_value(value)) {
        return tl_str_fmt(rt, "<cell at %s: empty>", here);
    }
    tl_address_text(rt, value, there);
    return tl_str_fmt(rt, "<cell at %s: %T object at %s>", here, value, there);
}

static bool is_cell(TlRuntime *rt, TlRef v) {
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.cell;
}

// An empty cell is less than any other.
static TlValue cell_compare(TlRuntime *rt, TlRef a, TlRef b, TlCompareOp op) {
    if (!is_cell(rt, a) || !is_cell(rt, b)) {
        return TL_NOT_IMPLEMENTED;
    }
    TlValue x = as_cell(a)->value, y = as_cell(b)->value;
    if (!tl_has_value(x) || !tl_has_value(y)) {
        return tl_compare(rt, tl_small_int(tl_has_value(x)),
                          tl_small_int(tl_has_value(y)), op);
    }
    tl_incref(x);
    tl_incref(y);
    TlValue result = tl_compare(rt, x, y, op);
    tl_decref(rt, x);
    tl_decref(rt, y);
    return result;
}

static TlValue get_contents(TlRuntime *rt, TlRef self, void *closure) {
    TlRef value = as_cell(self)->value;
    if (!tl_has_value(value)) {
        return tl_raise(rt, rt->exc.ValueError, "Cell is empty");
    }
    return tl_incref(value);
}

static TlStatus set_contents(TlRuntime *rt, TlRef self, TlRef value,
                             void *closure) {
    TlValue old = as_cell(self)->value;
    as_cell(self)->value = tl_incref(value);
    tl_decref(rt, old);
    return TL_OK;
}

static const TlGetSetDef cell_getsets[] = {
    {"cell_contents", get_contents, set_contents, NULL},
    {0},
};

static const TlSlots cell_slots = {
    .free = cell_free,
    .traverse = cell_traverse,
    .clear = cell_clear,
    .repr = cell_repr,
    .hash = tl_unhashable,
    .compare = cell_compare,
    .new_ = cell_make,
};

const TlTypeSpec tl_cell_spec = {
    .name = "cell",
    .doc = "A variable shared by a function and its closures.",
    .size = sizeof(TlCell),
    .flags = TL_TYPE_GC,
    .slots = &cell_slots,
    .getsets = cell_getsets,
};
