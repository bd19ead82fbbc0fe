/**
 * Tasks: those of 2025-11-25, and the extension of 2026-07-28.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/tasks">Tasks</a>
 * @see <a
 *     href="https://github.com/modelcontextprotocol/ext-tasks/blob/main/specification/2026-07-28/tasks.md">The
 *     tasks extension</a>
 */
package io.everythingmcp.conformance.area.tasks;
