package io.everythingmcp.server;

import io.everythingmcp.server.auth.TokenVerifier;
import io.everythingmcp.server.config.EverythingConfiguration;

/**
 * Makes the verifier of a mode, once, when the server starts.
 *
 * <p>What a bundle brings it registers with {@link ResourceServerBundle#verifier}. So the bundle of
 * the authorization server, which knows its own tokens best, does in its {@code run}, or earlier:
 *
 * <pre>
 *   guard.verifier(Mode.INTEGRATED, (configuration, server) -> new OwnTokens(server.runtime().store()));
 *   guard.verifier(Mode.OAUTH2, …);
 * </pre>
 *
 * and is added between {@link McpBundle} and {@link ResourceServerBundle}. A mode that nobody has
 * registered stops the server at its start.
 */
@FunctionalInterface
public interface VerifierMaker {

  /**
   * Makes it.
   *
   * @param configuration all of it
   * @param server what the verifier may use: its store, its workers
   * @throws IllegalArgumentException when something is configured that makes no sense; the message
   *     names the key and what would be right
   */
  TokenVerifier make(EverythingConfiguration configuration, McpServer server);
}
