package io.everythingmcp.server.configuration.file;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Settings by their earlier names: they are read as the present ones, with a warning for each. */
final class RenamedKeys {
  /** Path to the new name of its last element; {@code []} is each element of an array. */
  private static final SortedMap<String, String> NAMES =
      new TreeMap<>(
          Map.ofEntries(
              entry("auth.also", "additionalModes"),
              entry("auth.claims", "exposedClaims"),
              entry("auth.separate.probe", "healthCheckInterval"),
              entry("auth.separate.cache", "cacheTtl"),
              entry("auth.server.waitingClients", "maxPendingRegistrations"),
              entry("auth.server.clients[].method", "tokenEndpointAuthMethod"),
              entry("auth.server.clients[].grants", "grantTypes"),
              entry("auth.server.lifetimes.request", "authorizationRequest"),
              entry("auth.server.lifetimes.code", "authorizationCode"),
              entry("auth.server.lifetimes.client", "clientRegistration"),
              entry("auth.server.lifetimes.login", "browserLogin"),
              entry("auth.server.lifetimes.key", "signingKey"),
              entry("mcp.sessions.ping", "pingInterval"),
              entry("tenants.order", "resolutionOrder"),
              entry("tenants.everybody", "defaultServer")));

  private final List<String> warnings = new ArrayList<>();

  /** Renames former settings below a root; if the present name is also set, its value is used. */
  void replace(ObjectNode root) {
    NAMES.forEach(
        (path, name) -> {
          int last = path.lastIndexOf('.');
          String old = path.substring(last + 1);
          parents(root, path.substring(0, last)).forEach(parent -> rename(parent, old, name, path));
        });
    if (root.path("server").path("requestLog") instanceof ObjectNode log
        && log.path("type").asText().equals("lines")) {
      log.set("type", TextNode.valueOf("redacted"));
      warnings.add(
          "server.requestLog.type is 'lines', the earlier name of redacted; write redacted");
    }
  }

  private void rename(ObjectNode parent, String old, String name, String path) {
    JsonNode value = parent.remove(old);
    if (value == null) {
      return;
    }
    warnings.add(path + " is the earlier name of " + name + "; write " + name);
    if (!parent.has(name)) {
      parent.set(name, value);
    }
  }

  private static Stream<ObjectNode> parents(JsonNode root, String path) {
    Stream<JsonNode> nodes = Stream.of(root);
    for (String part : Splitter.on('.').split(path)) {
      boolean each = part.endsWith("[]");
      String field = each ? part.substring(0, part.length() - 2) : part;
      nodes = nodes.map(node -> node.path(field));
      if (each) {
        nodes = nodes.flatMap(array -> StreamSupport.stream(array.spliterator(), false));
      }
    }
    return nodes.filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
  }

  /** A line for each earlier name that was found. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
