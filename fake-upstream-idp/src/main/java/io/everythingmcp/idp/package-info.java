/**
 * An OpenID provider for development and tests: discovery, authorize, token, userinfo and JWKS,
 * with a login page on which anybody may be anybody.
 *
 * <p>It depends on nothing of the server that uses it, and can run alone.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 */
package io.everythingmcp.idp;
