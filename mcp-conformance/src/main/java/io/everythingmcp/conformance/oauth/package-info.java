/**
 * An OAuth client: finds the authorization server ({@link
 * io.everythingmcp.conformance.oauth.OAuthDiscovery}), registers and gets tokens ({@link
 * io.everythingmcp.conformance.oauth.OAuthFlow}), and performs the login on the pages in between
 * ({@link io.everythingmcp.conformance.oauth.UserLogin}: by filling in simple forms, or by the user
 * in a browser).
 *
 * <p>Every step can be performed incorrectly on purpose, as the scenarios require.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.conformance.oauth;
