/**
 * An OpenID provider for development and tests: discovery, authorize, token, userinfo and JWKS,
 * with a login page on which anybody may be anybody.
 *
 * <p>{@link io.everythingmcp.idp.FakeIdp} is all of it: requests go in, responses come out. It
 * depends on nothing of the server that uses it. It can be mounted as a servlet, be called in the
 * same process, listen on a port of its own, and be told by tests what to do next.
 *
 * <p>It is fake in one respect only: it does not ask for passwords. Its messages are those of a
 * real provider, so that an application that works with it works with a real one.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core 1.0</a>
 */
package io.everythingmcp.idp;
