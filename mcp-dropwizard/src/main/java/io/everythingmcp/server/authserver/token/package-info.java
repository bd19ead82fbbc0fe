/**
 * Access tokens and their grants.
 *
 * <p>All codes, access tokens and refresh tokens of a consent belong to one record, the {@link
 * io.everythingmcp.server.authserver.token.AuthorizationGrant}. Revocation removes that record, so
 * no token must be searched for.
 *
 * <p>An access token is a JWT that others can verify by {@code /jwks}, or opaque; {@link
 * io.everythingmcp.server.authserver.token.AccessTokenService} is the same for both, and needs one
 * store lookup. Keys are shared by all instances and sealed in the store.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068">RFC 9068</a>
 */
package io.everythingmcp.server.authserver.token;
