/**
 * Authorization: discovery, the flow that issues a token, and the validity of tokens.
 *
 * <p>Flows with the consent of a user use {@link io.everythingmcp.conformance.oauth.UserLogin}, for
 * servers whose pages are simple forms ({@code --oauth form}); checks without consent run for any
 * server that responds with 401.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.conformance.area.oauth;
