/**
 * Identity providers. This server has no passwords: it redirects users to a provider.
 *
 * <p>An {@link io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider} starts a login
 * and completes it. There is one for OpenID Connect, also used for the embedded fake provider, and
 * one for GitHub. Tokens of the provider stay on this server: no client ever receives them.
 *
 * <p>The HTTP client is passed in, so that the embedded provider needs no network.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 */
package io.everythingmcp.server.authserver.upstream;
