/**
 * What the endpoints of the authorization server have in common.
 *
 * <p>An {@link io.everythingmcp.server.authserver.endpoint.OAuthEndpoint} parses a request,
 * decides, and answers; it sees messages, not servlets. What it refuses it throws as a {@link
 * io.everythingmcp.server.authserver.endpoint.OAuthException}, which names the section it is about.
 * {@link io.everythingmcp.server.authserver.endpoint.OAuthEndpointServlet} carries messages in and
 * out, and {@link io.everythingmcp.server.authserver.endpoint.RateLimits} keeps count of them.
 *
 * <p>Only packages of the authorization server use this one. The formats are those of the Nimbus
 * SDK.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749">RFC 6749</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700">RFC 9700, best current practice</a>
 */
package io.everythingmcp.server.authserver.endpoint;
