package io.everythingmcp.server.protocol.stateless.listen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.change.Change;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a listener wants to hear, as far as it is told.
 *
 * @param lists which lists
 * @param resources the URIs of resources
 */
record Filter(Set<Change.Kind> lists, Set<String> resources) {
  /** More URIs than this are not heard of, and not acknowledged. */
  static final int MOST_RESOURCES = 1_000;

  private static final String TOOLS = "toolsListChanged";
  private static final String PROMPTS = "promptsListChanged";
  private static final String RESOURCES = "resourcesListChanged";
  private static final String SUBSCRIPTIONS = "resourceSubscriptions";

  /** What is wrong with the parameters; empty when they are right. */
  static Optional<String> violation(JsonNode params) {
    JsonNode wanted = params.path("notifications");
    if (!wanted.isObject()) {
      return Optional.of("\"notifications\" must be an object: what to listen to");
    }
    for (String list : Set.of(TOOLS, PROMPTS, RESOURCES)) {
      if (wanted.has(list) && !wanted.get(list).isBoolean()) {
        return Optional.of("\"" + list + "\" must be true or false");
      }
    }
    boolean strings = !wanted.has(SUBSCRIPTIONS) || wanted.get(SUBSCRIPTIONS).isArray();
    for (JsonNode uri : wanted.path(SUBSCRIPTIONS)) {
      strings &= uri.isTextual();
    }
    return strings
        ? Optional.empty()
        : Optional.of("\"" + SUBSCRIPTIONS + "\" must be an array of strings: the resources' URIs");
  }

  /** What is honoured of parameters that are right. */
  static Filter of(JsonNode params) {
    JsonNode wanted = params.path("notifications");
    Set<Change.Kind> lists = EnumSet.noneOf(Change.Kind.class);
    add(lists, Change.Kind.TOOLS, wanted.path(TOOLS));
    add(lists, Change.Kind.PROMPTS, wanted.path(PROMPTS));
    add(lists, Change.Kind.RESOURCES, wanted.path(RESOURCES));
    Set<String> resources = new LinkedHashSet<>();
    for (JsonNode uri : wanted.path(SUBSCRIPTIONS)) {
      if (resources.size() < MOST_RESOURCES) {
        resources.add(uri.textValue());
      }
    }
    return new Filter(lists, resources);
  }

  private static void add(Set<Change.Kind> lists, Change.Kind kind, JsonNode wanted) {
    if (wanted.booleanValue()) {
      lists.add(kind);
    }
  }

  /** As it is acknowledged. */
  ObjectNode honoured() {
    ObjectNode honoured = Json.object();
    put(honoured, TOOLS, Change.Kind.TOOLS);
    put(honoured, PROMPTS, Change.Kind.PROMPTS);
    put(honoured, RESOURCES, Change.Kind.RESOURCES);
    if (!resources.isEmpty()) {
      resources.forEach(honoured.putArray(SUBSCRIPTIONS)::add);
    }
    return honoured;
  }

  private void put(ObjectNode honoured, String field, Change.Kind kind) {
    if (lists.contains(kind)) {
      honoured.put(field, true);
    }
  }

  /** The notification of a change, or null when this listener does not want to hear of it. */
  ObjectNode notification(Change change) {
    if (change.kind() == Change.Kind.RESOURCE_UPDATED) {
      return resources.contains(change.subject())
          ? RpcMessage.notification(
              "notifications/resources/updated", Json.object().put("uri", change.subject()))
          : null;
    }
    if (!lists.contains(change.kind())) {
      return null;
    }
    String list =
        switch (change.kind()) {
          case TOOLS -> "tools";
          case PROMPTS -> "prompts";
          default -> "resources";
        };
    return RpcMessage.notification("notifications/" + list + "/list_changed", Json.object());
  }
}
