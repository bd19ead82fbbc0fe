/**
 * Two callers: what belongs to one is not there for the other, on every verb and transport; and an
 * id opens nothing without credentials.
 *
 * <p>Whoever may not see something is told that it does not exist, or that he may not: both are
 * fine. That the owner can go on afterwards is part of each check, as somebody who can end the
 * sessions of others does harm as well.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/docs/tutorials/security/security_best_practices#session-hijacking">Session
 *     hijacking</a>
 */
package io.everythingmcp.conformance.area.isolation;
