/**
 * Methods that are the same in every revision: lists, calls, reads, prompts and completion.
 *
 * <p>{@link io.everythingmcp.server.protocol.handlers.McpMethodTable} resolves a request: it looks
 * up the method, and the feature that the parameters name.
 *
 * <p>Each receives the parameters unchanged and returns an {@link
 * io.everythingmcp.api.RequestOutcome}. The eras are responsible for wire formats, error codes and
 * differences between revisions.
 *
 * <p>Checks in this package: names and URIs exist <em>for this caller</em>, arguments match the
 * schema, required arguments are present, cursors are valid, and tool results match their output
 * schema.
 *
 * <p>Specification: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/server">Server features</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/pagination">Pagination</a>.
 */
package io.everythingmcp.server.protocol.handlers;
