package io.everythingmcp.api;

import java.util.Map;

/**
 * Implementation information and capabilities of the client, as declared by it. Must not be used
 * for security decisions, because the client chooses the values.
 *
 * @param name name of the client
 * @param version version of the client
 * @param capabilities declared capabilities, unchanged
 * @param revision date of the protocol revision in use
 */
public record ClientInfo(
    String name, String version, Map<String, Object> capabilities, String revision) {

  /**
   * Checks whether the client declared a capability.
   *
   * @param capability the capability
   * @return whether it is declared
   */
  public boolean supports(ClientCapability capability) {
    return capability.declaredIn(capabilities);
  }
}
