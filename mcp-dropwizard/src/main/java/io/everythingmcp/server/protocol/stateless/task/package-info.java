/**
 * The tasks extension of this era, {@code io.modelcontextprotocol/tasks}: the server decides that a
 * call continues as a task, and the client polls it.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.task.TaskExtensionCalls} is the entry point.
 * A tool that defers its work becomes a task if the client declares the extension on this request;
 * otherwise the client waits for the result, or receives an error if the tool requires the
 * extension.
 *
 * <p>The work, the record and the input requests belong to {@code task}, the engine of both eras.
 * This package defines the format of tasks, access to them, and the required declarations.
 *
 * <p>Specification: <a href="https://github.com/modelcontextprotocol/ext-tasks">ext-tasks</a>,
 * revision 2026-07-28.
 */
package io.everythingmcp.server.protocol.stateless.task;
