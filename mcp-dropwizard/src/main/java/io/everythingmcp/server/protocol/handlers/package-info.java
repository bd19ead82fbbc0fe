/**
 * The methods that mean the same in every revision: lists, calls, reads, prompts and completion.
 *
 * <p>Each takes the parameters as they came and gives an {@link
 * io.everythingmcp.api.RequestOutcome}. How an outcome looks on the wire, which code a fault has
 * and what an older revision does not understand is the business of the era.
 *
 * <p>What is checked here: names and URIs exist <em>for this caller</em>, arguments fit the schema,
 * required arguments are there, cursors are ours, and what a tool returns fits the schema it
 * promised.
 *
 * <p>Where the rules are written: <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/server">Server features</a> and <a
 * href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/pagination">Pagination</a>.
 */
package io.everythingmcp.server.protocol.handlers;
