package io.everythingmcp.server.protocol.stateless.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.change.ChangeEvent;
import io.everythingmcp.server.protocol.NotificationFactory;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Accepted filter of a subscription.
 *
 * @param lists the lists
 * @param resources the URIs of resources
 * @param tasks the ids of tasks
 */
record SubscriptionFilter(Set<ChangeEvent.Kind> lists, Set<String> resources, Set<String> tasks) {
  /** Maximum number of tasks; further ones are not acknowledged. */
  static final int MOST_TASKS = 100;

  /** Maximum number of resource URIs; further ones are not acknowledged. */
  static final int MOST_RESOURCES = 1_000;

  private static final String TOOLS = "toolsListChanged";
  private static final String PROMPTS = "promptsListChanged";
  private static final String RESOURCES = "resourcesListChanged";
  private static final String SUBSCRIPTIONS = "resourceSubscriptions";
  private static final String TASKS = "taskIds";

  /** Returns the violations of the parameters; empty if they are valid. */
  static Optional<String> violation(JsonNode params) {
    JsonNode wanted = params.path("notifications");
    if (!wanted.isObject()) {
      return Optional.of("\"notifications\" must be an object: the subscription filter");
    }
    for (String list : Set.of(TOOLS, PROMPTS, RESOURCES)) {
      if (wanted.has(list) && !wanted.get(list).isBoolean()) {
        return Optional.of("\"" + list + "\" must be true or false");
      }
    }
    return strings(wanted, SUBSCRIPTIONS, "the resources' URIs")
        .or(() -> strings(wanted, TASKS, "the tasks"));
  }

  private static Optional<String> strings(JsonNode wanted, String field, String what) {
    boolean strings = !wanted.has(field) || wanted.get(field).isArray();
    for (JsonNode entry : wanted.path(field)) {
      strings &= entry.isTextual();
    }
    return strings
        ? Optional.empty()
        : Optional.of("\"" + field + "\" must be an array of strings: " + what);
  }

  /** Returns the accepted part of valid parameters. */
  static SubscriptionFilter of(JsonNode params) {
    JsonNode wanted = params.path("notifications");
    Set<ChangeEvent.Kind> lists = EnumSet.noneOf(ChangeEvent.Kind.class);
    add(lists, ChangeEvent.Kind.TOOLS, wanted.path(TOOLS));
    add(lists, ChangeEvent.Kind.PROMPTS, wanted.path(PROMPTS));
    add(lists, ChangeEvent.Kind.RESOURCES, wanted.path(RESOURCES));
    return new SubscriptionFilter(
        lists,
        some(wanted.path(SUBSCRIPTIONS), MOST_RESOURCES),
        some(wanted.path(TASKS), MOST_TASKS));
  }

  private static Set<String> some(JsonNode texts, int most) {
    Set<String> some = new LinkedHashSet<>();
    for (JsonNode text : texts) {
      if (some.size() < most) {
        some.add(text.textValue());
      }
    }
    return some;
  }

  /** With only those tasks that are the listener's. */
  SubscriptionFilter only(Predicate<String> known) {
    Set<String> own = new LinkedHashSet<>(tasks);
    own.removeIf(known.negate());
    return new SubscriptionFilter(lists, resources, own);
  }

  private static void add(Set<ChangeEvent.Kind> lists, ChangeEvent.Kind kind, JsonNode wanted) {
    if (wanted.booleanValue()) {
      lists.add(kind);
    }
  }

  /** As it is acknowledged. */
  ObjectNode honoured() {
    ObjectNode honoured = WireJson.object();
    put(honoured, TOOLS, ChangeEvent.Kind.TOOLS);
    put(honoured, PROMPTS, ChangeEvent.Kind.PROMPTS);
    put(honoured, RESOURCES, ChangeEvent.Kind.RESOURCES);
    if (!resources.isEmpty()) {
      resources.forEach(honoured.putArray(SUBSCRIPTIONS)::add);
    }
    if (!tasks.isEmpty()) {
      tasks.forEach(honoured.putArray(TASKS)::add);
    }
    return honoured;
  }

  private void put(ObjectNode honoured, String field, ChangeEvent.Kind kind) {
    if (lists.contains(kind)) {
      honoured.put(field, true);
    }
  }

  /**
   * Returns the notifications of a change; empty if the filter excludes it. If any resource may
   * have changed, there is one for each subscribed resource.
   */
  List<ObjectNode> notifications(ChangeEvent change) {
    if (change.kind() == ChangeEvent.Kind.RESOURCE_UPDATED) {
      return resources.stream()
          .filter(uri -> change.subject() == null || uri.equals(change.subject()))
          .map(NotificationFactory::resourceUpdated)
          .toList();
    }
    if (!lists.contains(change.kind())) {
      return List.of();
    }
    String list =
        switch (change.kind()) {
          case TOOLS -> "tools";
          case PROMPTS -> "prompts";
          default -> "resources";
        };
    return List.of(
        RpcMessage.notification("notifications/" + list + "/list_changed", WireJson.object()));
  }
}
