package io.everythingmcp.server.authserver.upstream;

import java.util.Map;

/**
 * Logged-in user.
 *
 * @param subject stable and unique id
 * @param name display name; empty if unknown
 * @param claims claims of the provider
 * @param tokens tokens of the provider as JSON; empty for none. Never passed to a client
 */
public record UpstreamUser(String subject, String name, Map<String, Object> claims, String tokens) {
  @Override
  public String toString() {
    return "UpstreamUser[" + subject + "]";
  }
}
