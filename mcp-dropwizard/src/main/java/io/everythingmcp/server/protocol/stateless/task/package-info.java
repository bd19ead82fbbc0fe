/**
 * The tasks extension of this era, {@code io.modelcontextprotocol/tasks}: the server decides that a
 * call goes on as a task, and the client looks after it.
 *
 * <p>{@link io.everythingmcp.server.protocol.stateless.task.TaskExtensionCalls} is the way in. A
 * tool that puts its work off becomes a task where the client declares the extension on this very
 * request; elsewhere the client waits for the answer, or is told that it must declare the extension
 * where the tool cannot do without.
 *
 * <p>The work, the record and the questions are the business of {@code task}, the engine that both
 * eras share. Here is what a task looks like, who may see it, and what must be declared.
 *
 * <p>Where the rules are written: the specification of the extension, <a
 * href="https://github.com/modelcontextprotocol/ext-tasks">ext-tasks</a>, revision 2026-07-28.
 */
package io.everythingmcp.server.protocol.stateless.task;
