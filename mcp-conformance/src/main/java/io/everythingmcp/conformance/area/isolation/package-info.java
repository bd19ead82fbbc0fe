/**
 * Two callers: the sessions, streams and tasks of one are inaccessible for the other, with every
 * HTTP method and transport; and an id grants no access without credentials.
 *
 * <p>A caller without access may receive either 404 or 403. Each check also requires that the owner
 * can continue afterwards, because ending the session of another caller is an attack as well.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/docs/tutorials/security/security_best_practices#session-hijacking">Session
 *     hijacking</a>
 */
package io.everythingmcp.conformance.area.isolation;
