/**
 * The resource server of OAuth as HTTP sees it: {@link
 * io.everythingmcp.server.security.http.AuthenticationFilter} in front of the endpoints, {@link
 * io.everythingmcp.server.security.http.AuthenticationChallenge} in what is refused, {@link
 * io.everythingmcp.server.security.http.ProtectedResourceMetadataServlet} for clients that look for
 * the authorization server.
 *
 * <p>A credential is taken from a header, looked at by a {@link
 * io.everythingmcp.api.auth.TokenVerifier}, and goes no further: the servlets behind the filter see
 * a {@link io.everythingmcp.api.CallerIdentity}. What the caller may do depends on the message and
 * is decided by {@code protocol}, which lets this package write the refusal.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>, <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">MCP,
 *     authorization</a>
 */
package io.everythingmcp.server.security.http;
