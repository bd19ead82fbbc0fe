/**
 * How clients hear of changes: {@code subscriptions/listen} in 2026-07-28, the stream opened by GET
 * before.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/subscriptions">Subscriptions</a>
 */
package io.everythingmcp.conformance.area.subscriptions;
