/**
 * The authorization server: it lets people decide what a client may do in their name, and gives the
 * client tokens for it.
 *
 * <p>{@link io.everythingmcp.server.authserver.AuthorizationServer} puts it together, {@code
 * Routes} says where the endpoints are. The decisions are in the packages below: {@code client}
 * (who asks), {@code consent} (the way of a person), {@code upstream} (where people log in), {@code
 * grant} (what a client shows and gets), {@code token} (what that is); {@code endpoint} is what
 * they share.
 *
 * <p>All of it is seen by {@code AuthorizationServerBundle} only. The resource server beside it is
 * given a verifier and does not know whose. Delete this package and the bundle for a server that
 * leaves authorization to another one.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.server.authserver;
