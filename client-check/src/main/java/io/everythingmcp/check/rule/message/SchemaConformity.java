package io.everythingmcp.check.rule.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.schema.RevisionSchema;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** B09: parameters and methods are those of the revision. */
public final class SchemaConformity {
  /** More different parameters than this are not validated: a flood of them adds no information. */
  private static final int MOST_VALIDATED = 5000;

  private static final Set<String> WITH_RULES_OF_THEIR_OWN =
      Set.of(
          "initialize", "completion/complete", "subscriptions/listen", "notifications/cancelled");

  private final Map<String, RevisionSchema> schemas = new ConcurrentHashMap<>();

  private record Asked(String revision, String method, JsonNode params) {}

  /** The first check of B09. */
  public void parameters(JournalView view, RuleObservations seen) {
    seen.unless("no message was sent in a published revision");
    Map<Asked, Optional<String>> known = new HashMap<>();
    for (ClientMessage message : view.messages()) {
      if ((!message.isRequest() && !message.isNotification())
          || !message.accepted()
          || !PublishedRevisions.isPublished(message.revision())
          || WITH_RULES_OF_THEIR_OWN.contains(message.method())) {
        continue;
      }
      JsonNode params =
          message.params().isObject()
              ? message.bareParams()
              : JsonNodeFactory.instance.objectNode();
      if (message.params().isObject() || message.params().isMissingNode()) {
        Asked asked = new Asked(message.revision(), message.method(), params);
        Optional<String> problem = known.get(asked);
        if (problem == null && known.size() < MOST_VALIDATED) {
          problem = schema(message.revision()).problem(message.method(), params);
          known.put(asked, problem);
        }
        if (problem != null && problem.isPresent()) {
          seen.warn(message, message.method() + ": " + problem.get());
        } else if (problem != null) {
          seen.good(message);
        }
      }
    }
  }

  /** The second check of B09. */
  public void methods(JournalView view, RuleObservations seen) {
    seen.unless("no message was sent in a published revision");
    for (ClientMessage message : view.messages()) {
      if ((!message.isRequest() && !message.isNotification())
          || !message.accepted()
          || message.is("initialize")
          || !PublishedRevisions.isPublished(message.revision())) {
        continue;
      }
      if (schema(message.revision()).has(message.method())) {
        seen.good(message);
      } else if (!extended(message)) {
        seen.warn(message, message.method() + " at " + message.revision());
      }
    }
  }

  /** Members that a declared extension may add, or that another rule checks. */
  private static boolean extended(ClientMessage message) {
    boolean legacyRemains = message.modern() && isOfSessions(message.method());
    boolean declared = !message.capabilities().path("extensions").isEmpty();
    boolean experimental = !message.capabilities().path("experimental").isEmpty();
    boolean task = message.modern() && message.method().startsWith("tasks/");
    return legacyRemains || task || ((declared || experimental) && !message.is("server/discover"));
  }

  private static boolean isOfSessions(String method) {
    return method.equals("ping") || method.startsWith("notifications/");
  }

  private RevisionSchema schema(String revision) {
    return schemas.computeIfAbsent(revision, RevisionSchema::read);
  }
}
