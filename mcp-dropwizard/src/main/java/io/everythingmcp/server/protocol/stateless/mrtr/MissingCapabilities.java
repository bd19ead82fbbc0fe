package io.everythingmcp.server.protocol.stateless.mrtr;

import io.everythingmcp.api.ClientInfo;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Determines the client capabilities that an input request requires. */
final class MissingCapabilities {
  private MissingCapabilities() {}

  /** Returns the missing capabilities in the format of {@code ClientCapabilities}. */
  static Map<String, Object> capabilities(
      Collection<InputRequestMessage> inputRequests, ClientInfo client) {
    Map<String, Object> missing = new LinkedHashMap<>();
    inputRequests.stream()
        .map(InputRequestMessage::needs)
        .filter(needed -> !client.supports(needed))
        .forEach(
            needed ->
                needed.toCapabilityObject().forEach((name, parts) -> add(missing, name, parts)));
    return missing;
  }

  private static void add(Map<String, Object> missing, String name, Object parts) {
    Map<Object, Object> all = new LinkedHashMap<>();
    all.putAll((Map<?, ?>) missing.getOrDefault(name, Map.of()));
    all.putAll((Map<?, ?>) parts);
    missing.put(name, all);
  }
}
