/**
 * Access tokens, and what stands behind them.
 *
 * <p>All that a client gets when a person lets it in hangs on one record, the {@link
 * io.everythingmcp.server.authserver.token.AuthorizationGrant}: the code, every access token, every
 * refresh token. To revoke is to remove that record. So no token is ever looked for, and none can
 * be forgotten.
 *
 * <p>An access token is a JWT that others can verify by {@code /jwks}, or opaque; {@link
 * io.everythingmcp.server.authserver.token.AccessTokenService} is the same for both, and costs one
 * look into the store. Keys are shared by all instances and sealed in the store.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
package io.everythingmcp.server.authserver.token;
