package io.everythingmcp.server.authserver.upstream;

import java.util.Map;

/**
 * Somebody who logged in.
 *
 * @param subject who: the same at each login, and nobody else's
 * @param name what they are called; empty when the provider does not say
 * @param claims what the provider says about them
 * @param tokens what the provider gave us for them, as JSON; empty for nothing worth keeping. Never
 *     given to anybody
 */
public record UpstreamUser(String subject, String name, Map<String, Object> claims, String tokens) {
  @Override
  public String toString() {
    return "UpstreamUser[" + subject + "]";
  }
}
