/**
 * Error responses: codes, ids, and what must not be in an error.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic#responses">Responses</a>
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic#error-codes">Error
 *     codes</a>
 */
package io.everythingmcp.conformance.area.errors;
