/**
 * The endpoints: from the first redirect to the claims about a user.
 *
 * <p>{@link io.everythingmcp.idp.flow.IdpRouter} finds the endpoint of a request. Everything else
 * is internal to this package: {@code AuthorizationRequestParser} validates authorization requests,
 * {@code IdpAuthorizationEndpoint} shows the login page or redirects, {@code IdpGrantStore} stores
 * the grants of codes, and {@code IdpTokenIssuer} issues tokens for them.
 *
 * <p>Messages are read and written by Nimbus; this package decides which are accepted.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#CodeFlowAuth">OpenID Connect
 *     Core, section 3.1</a>
 */
package io.everythingmcp.idp.flow;
