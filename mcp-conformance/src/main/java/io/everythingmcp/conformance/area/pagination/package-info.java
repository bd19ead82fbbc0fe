/**
 * Pagination of lists.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/pagination">Pagination</a>
 */
package io.everythingmcp.conformance.area.pagination;
