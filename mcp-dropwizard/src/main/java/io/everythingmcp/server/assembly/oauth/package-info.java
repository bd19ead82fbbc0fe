/**
 * Creates the parts of OAuth from the configuration: the authorization server of this process, the
 * identity provider at which its users log in, and the verifiers of the built-in modes.
 *
 * <p>Who may use it: the bundles. What it may use: {@code config}, {@code auth}, {@code store} and
 * {@code install}.
 */
package io.everythingmcp.server.assembly.oauth;
