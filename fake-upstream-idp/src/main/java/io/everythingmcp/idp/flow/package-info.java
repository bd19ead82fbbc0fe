/**
 * The endpoints: from the first redirect to the claims about a user.
 *
 * <p>{@link io.everythingmcp.idp.flow.IdpRouter} finds the endpoint of a request. Everything else
 * in here is for this package alone: {@code AuthorizationRequestParser} decides whether a request
 * for a login is one, {@code IdpAuthorizationEndpoint} what to do with it, {@code IdpGrantStore}
 * keeps what a code stands for, and {@code Tokens} makes of it what the application gets.
 *
 * <p>Messages are read and written by Nimbus; what is decided here is who may have what.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect
 *     Core, section 3.1</a>
 */
package io.everythingmcp.idp.flow;
