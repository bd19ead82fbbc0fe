/**
 * An OAuth client: finds the authorization server ({@link
 * io.everythingmcp.conformance.oauth.OAuthDiscovery}), registers and gets tokens ({@link
 * io.everythingmcp.conformance.oauth.OAuthFlow}), and performs the login on the pages in between
 * ({@link io.everythingmcp.conformance.oauth.UserLogin}: by filling in simple forms, or by asking
 * the user to open a browser).
 *
 * <p>Every step can be done wrongly on purpose, as that is what the scenarios are about.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/authorization">Authorization</a>
 */
package io.everythingmcp.conformance.oauth;
