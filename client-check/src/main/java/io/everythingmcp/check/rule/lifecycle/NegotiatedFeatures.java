package io.everythingmcp.check.rule.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.SessionView;
import java.util.List;

/** L06, L09, L11, L20, L21: only negotiated features are used. */
public final class NegotiatedFeatures {
  private static final List<String> ALL =
      List.of(
          "/tools",
          "/prompts",
          "/resources/subscribe",
          "/logging",
          "/completions",
          "/tasks/list",
          "/tasks/cancel");

  private NegotiatedFeatures() {}

  /** L06. */
  public static void declaredByServer(JournalView view, RuleObservations seen) {
    seen.unless("the server declared all features, so none can be used without");
    for (SessionView session : view.sessions()) {
      JsonNode declared = session.serverCapabilities();
      if (!declared.isObject() || ALL.stream().noneMatch(path -> missing(declared, path))) {
        continue;
      }
      for (ClientMessage message : session.requests()) {
        String needed = capability(message.method(), message.revision());
        if (needed == null || message.at() < session.initialize().responseAt()) {
          continue;
        }
        if (!missing(declared, needed)) {
          seen.good(message);
        } else if (PublishedRevisions.since(message.revision(), PublishedRevisions.V2025_06)) {
          seen.fail(message, received(message, needed), session.initialize().n());
        } else {
          seen.warn(message, received(message, needed), session.initialize().n());
        }
      }
    }
  }

  private static String received(ClientMessage message, String needed) {
    return message.method()
        + ", and the server did not declare "
        + needed.substring(1).replace('/', '.');
  }

  private static boolean missing(JsonNode declared, String path) {
    JsonNode value = declared.at(path);
    return value.isMissingNode() || (value.isBoolean() && !value.booleanValue());
  }

  private static String capability(String method, String revision) {
    return switch (method) {
      case "resources/subscribe", "resources/unsubscribe" -> "/resources/subscribe";
      case "logging/setLevel" -> "/logging";
      case "completion/complete" ->
          PublishedRevisions.V2024_11.equals(revision) ? null : "/completions";
      case "tasks/list" -> "/tasks/list";
      case "tasks/cancel" -> "/tasks/cancel";
      case "tasks/get", "tasks/result" -> "/tasks";
      default ->
          method.startsWith("tools/")
              ? "/tools"
              : method.startsWith("prompts/")
                  ? "/prompts"
                  : method.startsWith("resources/") ? "/resources" : null;
    };
  }

  /** The second check of L09. */
  public static void rootsChanges(JournalView view, RuleObservations seen) {
    seen.unless("no change of roots was announced");
    for (SessionView session : view.sessions()) {
      for (ClientMessage message : session.messages()) {
        if (!message.is("notifications/roots/list_changed")) {
          continue;
        }
        if (session.clientCapabilities().path("roots").path("listChanged").asBoolean()) {
          seen.good(message);
        } else {
          seen.fail(
              message,
              "roots in the capabilities are " + session.clientCapabilities().path("roots"),
              session.initialize() == null ? 0 : session.initialize().n());
        }
      }
    }
  }

  /** L11. */
  public static void elicitationModes(JournalView view, RuleObservations seen) {
    seen.unless("no client of 2025-11-25 declared elicitation");
    for (SessionView session : view.sessions()) {
      JsonNode elicitation = session.clientCapabilities().path("elicitation");
      if (!PublishedRevisions.V2025_11.equals(session.revision()) || elicitation.isMissingNode()) {
        continue;
      }
      if (elicitation.isObject()
          && (elicitation.isEmpty() || elicitation.has("form") || elicitation.has("url"))) {
        seen.good(session.initialize());
      } else {
        seen.fail(session.initialize(), "elicitation is " + elicitation);
      }
    }
  }

  /** L20. */
  public static void completionReference(JournalView view, RuleObservations seen) {
    seen.unless("no completion was requested");
    view.requests()
        .filter(message -> message.is("completion/complete") && message.accepted())
        .forEach(
            message -> {
              JsonNode reference = message.params().path("ref");
              JsonNode argument = message.params().path("argument");
              String type = reference.path("type").asText();
              boolean named =
                  (type.equals("ref/prompt") && reference.path("name").isTextual())
                      || (type.equals("ref/resource") && reference.path("uri").isTextual());
              if (!named) {
                seen.fail(message, "ref is " + reference);
              } else if (!argument.path("name").isTextual()
                  || !argument.path("value").isTextual()) {
                seen.fail(message, "argument is " + argument);
              } else {
                seen.good(message);
              }
            });
  }

  /** L21. */
  public static void newerFields(JournalView view, RuleObservations seen) {
    seen.unless("no message of a session was seen");
    for (SessionView session : view.sessions()) {
      for (ClientMessage message : session.messages()) {
        if (message.is("initialize") || message.revision() == null) {
          continue;
        }
        String newer = newer(message);
        if (newer == null) {
          seen.good(message);
        } else {
          seen.note(message, newer + " at " + message.revision());
        }
      }
    }
  }

  private static String newer(ClientMessage message) {
    boolean before06 = !PublishedRevisions.since(message.revision(), PublishedRevisions.V2025_06);
    boolean before11 = !PublishedRevisions.since(message.revision(), PublishedRevisions.V2025_11);
    if (before06 && message.is("completion/complete") && message.params().has("context")) {
      return "params.context";
    }
    if (before11 && message.params().has("task")) {
      return "params.task";
    }
    if (before11 && message.isResponse() && message.json().at("/result/content").isArray()) {
      return "an array as result.content";
    }
    return message.params().has("inputResponses") || message.params().has("requestState")
        ? "inputResponses or requestState"
        : null;
  }
}
