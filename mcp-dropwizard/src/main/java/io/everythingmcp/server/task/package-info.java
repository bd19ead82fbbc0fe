/**
 * Work that goes on after the call has been answered: one engine for both eras, each of which shows
 * it in its own way.
 *
 * <p>A task is a record in the store. Whoever works on it moves the record on; whoever waits for it
 * is woken and reads it. A terminal state never changes. A task that asks waits without a thread:
 * its questions are in the record, and whichever instance takes the last answer goes on.
 *
 * <p>To go on elsewhere, the work must be findable from the record: it is made again from the
 * request, with the answers that had been given. So here, too, nothing with an effect may come
 * before the last question.
 *
 * <p>A task belongs to its owner and does not exist for anybody else. It is forgotten when its time
 * is over.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/tasks">Tasks in
 * 2025-11-25</a> and the extension {@code io.modelcontextprotocol/tasks} of 2026-07-28.
 */
package io.everythingmcp.server.task;
