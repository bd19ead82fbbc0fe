package io.everythingmcp.server.protocol.sessionful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.LogLevel;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Visibility;
import io.everythingmcp.server.protocol.handlers.Method;
import io.everythingmcp.server.session.Session;
import java.util.Optional;

/** The methods that only exist where there are sessions. */
final class SessionMethods {
  private static final int MAX_URI = 2_048;

  private final Context context;
  private final TaskMethods tasks;

  SessionMethods(Context context, TaskMethods tasks) {
    this.context = context;
    this.tasks = tasks;
  }

  /** The method with this name, for a session; null when there is none. */
  Method find(Session session, String name) {
    return switch (name) {
      case "ping" -> (params, call) -> Answers.empty();
      case "logging/setLevel" -> (params, call) -> setLevel(session, params);
      case "resources/subscribe" -> (params, call) -> subscribe(session, params, call.viewer());
      case "resources/unsubscribe" -> (params, call) -> unsubscribe(session, params);
      default -> tasks.find(session, name);
    };
  }

  private Outcome setLevel(Session session, JsonNode params) {
    Optional<LogLevel> level = LogLevel.of(params.path("level").asText());
    if (level.isEmpty()) {
      return Outcome.refused(
          Fault.INVALID_PARAMS,
          "\"level\" must be one of debug, info, notice, warning, error, critical, alert,"
              + " emergency");
    }
    context.sessions().update(session.id(), now -> now.logging(level.get()));
    return Answers.empty();
  }

  private Outcome subscribe(Session session, JsonNode params, Visibility.Viewer viewer) {
    Optional<Outcome> wrong = wrongUri(params);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String uri = params.get("uri").textValue();
    if (!context.runtime().catalog().current().mayRead(uri, viewer)) {
      return Outcome.resourceNotFound(uri);
    }
    if (session.subscriptions().size() >= Session.MAX_SUBSCRIPTIONS) {
      return Outcome.refused(
          Fault.INVALID_PARAMS,
          "This session has " + Session.MAX_SUBSCRIPTIONS + " subscriptions, as many as it may");
    }
    context.sessions().subscribe(session.id(), uri);
    return Answers.empty();
  }

  private Outcome unsubscribe(Session session, JsonNode params) {
    Optional<Outcome> wrong = wrongUri(params);
    wrong.ifPresentOrElse(
        ignored -> {},
        () -> context.sessions().unsubscribe(session.id(), params.get("uri").textValue()));
    return wrong.orElseGet(Answers::empty);
  }

  private static Optional<Outcome> wrongUri(JsonNode params) {
    return params.path("uri").isTextual() && params.get("uri").textValue().length() <= MAX_URI
        ? Optional.empty()
        : Optional.of(
            Outcome.refused(
                Fault.INVALID_PARAMS,
                "\"uri\" must be a string of at most " + MAX_URI + " characters: the resource"));
  }
}
