package io.everythingmcp.api;

import java.util.Map;

/**
 * The program at the other end, as it describes itself. Not for decisions about security: anybody
 * can claim anything here.
 *
 * @param name the client's name
 * @param version the client's version
 * @param capabilities what the client declared, as it came
 * @param revision the date of the protocol revision that is spoken
 */
public record ClientInfo(
    String name, String version, Map<String, Object> capabilities, String revision) {

  /** Whether the client declared a capability. */
  public boolean supports(ClientCapability capability) {
    return capability.declaredIn(capabilities);
  }
}
