package io.everythingmcp.server;

import io.everythingmcp.api.auth.TokenVerifier;
import io.everythingmcp.server.configuration.McpConfiguration;
import java.util.Set;

/**
 * Makes the verifier of a mode when the server starts, once for each endpoint.
 *
 * <p>What a bundle brings it registers with {@link ResourceServerBundle#verifier}. So the bundle of
 * the authorization server, which knows its own tokens best, does in its {@code run}, or earlier:
 *
 * <pre>
 *   guard.verifier(Mode.INTEGRATED, (configuration, server, resources) -> new OwnTokens(…, resources));
 *   guard.verifier(Mode.OAUTH2, …);
 * </pre>
 *
 * and is added between {@link McpBundle} and {@link ResourceServerBundle}. A mode that nobody has
 * registered stops the server at its start.
 */
@FunctionalInterface
public interface TokenVerifierFactory {

  /**
   * Makes it.
   *
   * @param configuration all of it
   * @param server what the verifier may use: its store, its workers
   * @param resources under which URLs clients know what is protected; a token must be for one of
   *     them (RFC 8707)
   * @throws IllegalArgumentException when something is configured that makes no sense; the message
   *     names the key and what would be right
   */
  TokenVerifier create(McpConfiguration configuration, McpServer server, Set<String> resources);
}
