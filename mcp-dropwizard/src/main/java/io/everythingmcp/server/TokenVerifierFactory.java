package io.everythingmcp.server;

import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.Set;

/**
 * Factory for the token verifier of a mode, called at startup once for each endpoint.
 *
 * <p>Register it with {@link ResourceServerBundle#verifier}, as the bundle of the authorization
 * server does in its {@code run} or earlier:
 *
 * <pre>
 *   guard.verifier(Mode.INTEGRATED, (configuration, server, resources) -> new OwnTokens(…, resources));
 *   guard.verifier(Mode.OAUTH2, …);
 * </pre>
 *
 * and {@link ResourceServerBundle}. A mode without a registered verifier prevents the start of the
 * server.
 */
@FunctionalInterface
public interface TokenVerifierFactory {

  /**
   * Creates the verifier.
   *
   * @param configuration the complete configuration
   * @param server provides the store and the worker threads
   * @param resources URLs of the protected resource; the audience of a token must be one of them
   *     (RFC 8707)
   * @throws IllegalArgumentException if a value of the configuration is invalid; the message names
   *     the key and the expected value
   */
  TokenVerifier create(McpConfiguration configuration, McpServer server, Set<String> resources);
}
