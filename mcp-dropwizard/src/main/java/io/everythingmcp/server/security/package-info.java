/**
 * OAuth resource server.
 *
 * <p>A request carries a credential; a {@link io.everythingmcp.api.auth.TokenVerifier} verifies it;
 * the filter before the endpoints sets the {@link io.everythingmcp.api.CallerIdentity} for the
 * servlets, or rejects the request with the challenge of RFC 6750 and RFC 9728. No other package
 * uses the token.
 *
 * <p>The authorization server, {@code authserver}, is a separate party: this package does not
 * depend on it and receives its verifier like any other.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.server.security;
