/**
 * An OpenID provider for development and tests: discovery, authorize, token, userinfo and JWKS,
 * with a login page without passwords.
 *
 * <p>{@link io.everythingmcp.idp.FakeIdp} is the entry point: it turns requests into responses. It
 * depends on nothing of the server that uses it. It can be mounted as a servlet, be called in the
 * same process or listen on a port of its own, and tests can script its next responses.
 *
 * <p>It is fake in one respect only: it does not ask for passwords. Its messages are those of a
 * real provider, so that an application that works with it works with a real one.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 */
package io.everythingmcp.idp;
