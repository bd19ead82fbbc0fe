/**
 * Who may come in: the resource server of OAuth.
 *
 * <p>A request carries a credential; a {@link io.everythingmcp.api.auth.TokenVerifier} says whose
 * it is; the filter in front of the endpoints leaves the {@link
 * io.everythingmcp.api.CallerIdentity} for the servlets behind it, or refuses with the challenge of
 * RFC 6750 and RFC 9728. Behind this package nobody sees a token.
 *
 * <p>The authorization server, {@code authserver}, is another party: nothing here knows it, and it
 * gives this package a verifier like any other.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.server.security;
