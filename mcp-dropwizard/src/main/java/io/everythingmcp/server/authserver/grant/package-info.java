/**
 * Grants and tokens.
 *
 * <p>The token endpoint authenticates the client and delegates to one {@link
 * io.everythingmcp.server.authserver.grant.GrantHandler} for each grant type, which parses,
 * decides, and lets {@link io.everythingmcp.server.authserver.grant.TokenIssuer} respond. Codes and
 * refresh tokens are valid once; of several concurrent requests one succeeds, and the others revoke
 * the grant.
 *
 * <p>Revocation and introspection of these tokens are in this package too.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1">RFC 6749, section 4.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.14">RFC 9700, section 4.14</a>
 */
package io.everythingmcp.server.authserver.grant;
