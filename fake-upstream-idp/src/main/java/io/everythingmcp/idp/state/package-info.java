/**
 * What a provider remembers, and the keys it signs with.
 *
 * <p>{@link io.everythingmcp.idp.state.IdpState} is for those who run several instances: give them
 * one state and they are one provider. In it lie codes, access tokens and who logged in with which
 * browser, under SHA-256 of what is secret; and, unless somebody brings {@link
 * io.everythingmcp.idp.state.IdpKeys} of their own, the keys.
 *
 * <p>A login page that nobody submitted is not remembered: its form carries the whole request.
 */
package io.everythingmcp.idp.state;
