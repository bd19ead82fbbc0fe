/**
 * Creates the parts of OAuth from the configuration: the authorization server of this process, its
 * identity provider, and the verifiers of the built-in modes.
 *
 * <p>Dependencies: used by the bundles; uses {@code configuration}, {@code security}, {@code
 * authserver}, {@code store} and {@code assembly}.
 */
package io.everythingmcp.server.assembly.oauth;
