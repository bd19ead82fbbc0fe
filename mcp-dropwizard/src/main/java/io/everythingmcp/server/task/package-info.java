/**
 * Tasks: work that continues after the response to the call. One engine for both eras, each of
 * which has its own format.
 *
 * <p>A task is a record in the store. Its worker updates the record; waiting clients are notified
 * and read it. A terminal status never changes. A task that requires input waits without a thread:
 * its input requests are in the record, and the instance that receives the last response resumes
 * it.
 *
 * <p>To resume on another instance, the work is created again from the request with the previous
 * responses. So work with side effects must come after the last input request.
 *
 * <p>A task belongs to its owner and does not exist for other callers. It is deleted when it
 * expires.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/tasks">Tasks in
 * 2025-11-25</a> and the extension {@code io.modelcontextprotocol/tasks} of 2026-07-28.
 */
package io.everythingmcp.server.task;
