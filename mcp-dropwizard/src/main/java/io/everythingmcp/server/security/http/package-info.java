/**
 * OAuth resource server on HTTP: {@link io.everythingmcp.server.security.http.AuthenticationFilter}
 * before the endpoints, {@link io.everythingmcp.server.security.http.AuthenticationChallenge} in
 * rejections, {@link io.everythingmcp.server.security.http.ProtectedResourceMetadataServlet} for
 * the discovery of the authorization server.
 *
 * <p>A credential is taken from a header, verified by a {@link
 * io.everythingmcp.api.auth.TokenVerifier}, and not passed on: the servlets behind the filter use a
 * {@link io.everythingmcp.api.CallerIdentity}. The required scopes depend on the message and are
 * checked by {@code protocol}; this package renders the rejection.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750">RFC 6750</a>, <a
 *     href="https://www.rfc-editor.org/rfc/rfc9728">RFC 9728</a>, <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">MCP,
 *     authorization</a>
 */
package io.everythingmcp.server.security.http;
