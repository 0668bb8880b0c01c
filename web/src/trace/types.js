// types.js — the shapes the page shares: trace events and folded state.
// SPDX-License-Identifier: MIT
//
// The schema itself is core/trace/trace_events.h; an event arrives here as a
// plain object with the common fields below plus the fields of its kind.
// Ids are numbers, null where the schema has 0; file and line likewise.

/**
 * @typedef {object} CommonFields
 * @property {number} seq position in the log, from 0, without gaps
 * @property {number} t seconds on the run's clock
 * @property {string} kind
 * @property {number | null} id the subject
 * @property {number | null} cause seq of the event that made this one happen
 * @property {number | null} loop
 * @property {number} thread
 * @property {string | null} file
 * @property {number | null} line
 */

/** @typedef {CommonFields & Record<string, any>} TraceEvent */

/**
 * A callback in the ready queue.
 * @typedef {object} ReadyHandle
 * @property {number} id
 * @property {string} callback
 * @property {string} why
 * @property {number | null} task
 */

/**
 * @typedef {object} Timer
 * @property {number} id
 * @property {string} callback
 * @property {number | null} future
 * @property {number} when
 */

/**
 * @typedef {'created' | 'ready' | 'running' | 'waiting' | 'result'
 *   | 'exception' | 'cancelled'} TaskState
 */

/**
 * @typedef {object} Task
 * @property {number} id
 * @property {string} name
 * @property {string} coro
 * @property {number | null} parent
 * @property {TaskState} state
 * @property {number | null} handle its place in the ready queue, if any
 * @property {number | null} on what it awaits
 * @property {string | null} what the kind of thing it awaits
 * @property {string | null} value result or exception, once done
 * @property {boolean} cancelling
 */

/**
 * @typedef {object} Frame
 * @property {number} id
 * @property {string} function
 * @property {number | null} caller
 * @property {string | null} file
 * @property {number | null} line
 */

/**
 * Everything known at one step. Containers belong to the state, the objects
 * in them are never changed after they were put in.
 * @typedef {object} TraceState
 * @property {number} seq last event folded in, -1 for none
 * @property {number} t
 * @property {string | null} file
 * @property {number | null} line
 * @property {'idle' | 'running' | 'waiting' | 'blocked' | 'ended'} phase
 * @property {number | null} until while waiting or blocked: when that ends
 * @property {number | null} loop the running loop
 * @property {number} iteration turns taken so far
 * @property {number | null} handle the callback that runs now
 * @property {number | null} task the task that steps now
 * @property {number | null} frame innermost running function
 * @property {{ handle: number | null, frame: number | null }[]} outer what
 *   handle.run interrupted, restored by handle.end
 * @property {Map<number, ReadyHandle>} ready in queue order
 * @property {Map<number, Timer>} timers
 * @property {Map<number, Task>} tasks
 * @property {Map<number, string>} futures pending ones, and who made them
 * @property {Map<number, Frame>} frames functions that have not ended
 * @property {number} outputs writes so far
 * @property {{ outcome: string, code: number } | null} end
 */

export {};
