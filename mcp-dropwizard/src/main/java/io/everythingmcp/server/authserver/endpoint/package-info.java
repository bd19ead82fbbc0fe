/**
 * Common part of the endpoints of the authorization server.
 *
 * <p>An {@link io.everythingmcp.server.authserver.endpoint.OAuthEndpoint} parses a request,
 * decides, and responds; it is independent of servlets. Errors are thrown as {@link
 * io.everythingmcp.server.authserver.endpoint.OAuthException}, which names the section of the
 * specification. {@link io.everythingmcp.server.authserver.endpoint.OAuthEndpointServlet} converts
 * messages and applies the rate limits.
 *
 * <p>Used only by packages of the authorization server. The formats are those of the Nimbus SDK.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700, best current practice</a>
 */
package io.everythingmcp.server.authserver.endpoint;
