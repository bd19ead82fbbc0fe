/**
 * Where people log in. This server knows nobody's password: it sends people to a provider, and is
 * told who came back.
 *
 * <p>An {@link io.everythingmcp.server.authserver.upstream.UpstreamIdentityProvider} begins a login
 * and finishes it. There is one for OpenID Connect, which the embedded fake provider speaks as
 * well, and one for GitHub. What the provider gives this server stays with it: no client ever sees
 * a token of another server.
 *
 * <p>How the provider is reached is given from outside, so that the embedded one needs no network.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 */
package io.everythingmcp.server.authserver.upstream;
