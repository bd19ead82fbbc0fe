/**
 * OAuth authorization server: users approve what a client may do on their behalf, and the client
 * receives tokens for it.
 *
 * <p>{@link io.everythingmcp.server.authserver.AuthorizationServer} composes it, {@code
 * EndpointRouteTable} defines its paths. The decisions are in the packages below: {@code client}
 * (clients), {@code consent} (interactive flow), {@code upstream} (identity providers), {@code
 * grant} (grants), {@code token} (tokens); {@code endpoint} is their common part.
 *
 * <p>Only {@code AuthorizationServerInstaller} depends on it. The resource server in the same
 * process receives a verifier and does not depend on its origin. Delete this package and the
 * installer for a server that uses a separate authorization server.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.server.authserver;
