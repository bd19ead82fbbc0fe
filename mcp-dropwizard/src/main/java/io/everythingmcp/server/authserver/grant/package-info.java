/**
 * What a client shows, and what it gets for it.
 *
 * <p>The token endpoint finds out who asks and hands over to one {@link
 * io.everythingmcp.server.authserver.grant.GrantHandler} for each type of grant, which parses,
 * decides, and lets {@link io.everythingmcp.server.authserver.grant.TokenIssuer} respond. Codes and
 * refresh tokens are good once; of several requests at the same moment one wins, and the others end
 * the grant.
 *
 * <p>Revocation and introspection are here as well: they look at the same things from the other
 * side.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14">RFC 9700, section 4.14</a>
 */
package io.everythingmcp.server.authserver.grant;
