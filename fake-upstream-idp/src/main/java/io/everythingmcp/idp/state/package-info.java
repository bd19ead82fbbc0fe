/**
 * The state of a provider, and its signing keys.
 *
 * <p>{@link io.everythingmcp.idp.state.IdpState} can be shared by several instances, which then
 * form one provider. It contains codes, access tokens and the logins of each browser, under the
 * SHA-256 hash of the secret; and the keys, unless custom {@link
 * io.everythingmcp.idp.state.IdpKeys} are passed.
 *
 * <p>A login page that was not submitted has no state: its form contains the whole request.
 */
package io.everythingmcp.idp.state;
