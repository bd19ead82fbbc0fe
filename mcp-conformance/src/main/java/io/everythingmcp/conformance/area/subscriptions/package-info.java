/**
 * Change notifications: {@code subscriptions/listen} in 2026-07-28, the GET stream in earlier
 * revisions.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/subscriptions">Subscriptions</a>
 */
package io.everythingmcp.conformance.area.subscriptions;
