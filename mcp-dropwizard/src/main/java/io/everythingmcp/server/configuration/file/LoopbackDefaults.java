package io.everythingmcp.server.configuration.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Default values of the {@code config.yml} of the jar for absent settings: the ports and the bound
 * addresses. Those of Dropwizard would be reachable from other hosts.
 */
final class LoopbackDefaults {
  private static final String SERVER = "server";
  private static final String HOST = "bindHost";
  private static final List<String> CONNECTORS =
      List.of("applicationConnectors", "adminConnectors");

  private final ObjectNode root;

  LoopbackDefaults(ObjectNode root) {
    this.root = root;
  }

  void add(JsonNode defaults) {
    for (String key : List.of("baseUri", SERVER, "logging")) {
      if (root.path(key).isMissingNode() || root.path(key).isNull()) {
        root.set(key, defaults.get(key));
      }
    }
    if (root.get(SERVER) instanceof ObjectNode server) {
      complete(server, defaults.path(SERVER));
    }
  }

  private static void complete(ObjectNode server, JsonNode defaults) {
    if (server.path("type").asText("default").equals("simple")) {
      loopback(server.path("connector"));
      return;
    }
    for (String key : CONNECTORS) {
      if (!server.has(key)) {
        server.set(key, defaults.get(key));
      }
      server.path(key).forEach(LoopbackDefaults::loopback);
    }
  }

  private static void loopback(JsonNode connector) {
    if (connector instanceof ObjectNode object && !object.hasNonNull(HOST)) {
      object.put(HOST, "127.0.0.1");
    }
  }
}
