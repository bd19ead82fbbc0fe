package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.handlers.McpMethod;
import io.everythingmcp.server.session.Session;
import java.util.Optional;

/** The methods that only exist where there are sessions. */
final class StatefulMethods {
  private static final int MAX_URI = 2_048;

  private final StatefulContext context;
  private final StatefulTaskMethods tasks;

  StatefulMethods(StatefulContext context, StatefulTaskMethods tasks) {
    this.context = context;
    this.tasks = tasks;
  }

  /** The method with this name, for a session; null when there is none. */
  McpMethod find(Session session, String name) {
    return switch (name) {
      case "ping" -> (params, call) -> StatefulResponseRenderer.empty();
      case "logging/setLevel" -> (params, call) -> setLevel(session, params);
      case "resources/subscribe" -> (params, call) -> subscribe(session, params, call.viewer());
      case "resources/unsubscribe" -> (params, call) -> unsubscribe(session, params);
      default -> tasks.find(session, name);
    };
  }

  private RequestOutcome setLevel(Session session, JsonNode params) {
    Optional<LoggingLevel> level = LoggingLevel.of(params.path("level").asText());
    if (level.isEmpty()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "\"level\" must be one of debug, info, notice, warning, error, critical, alert,"
              + " emergency");
    }
    context.sessions().update(session.id(), now -> now.logging(level.get()));
    return StatefulResponseRenderer.empty();
  }

  private RequestOutcome subscribe(
      Session session, JsonNode params, FeatureVisibility.Viewer viewer) {
    Optional<RequestOutcome> wrong = wrongUri(params);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    String uri = params.get("uri").textValue();
    if (!context.runtime().catalog().current().mayRead(uri, viewer)) {
      return RequestOutcome.resourceNotFound(uri);
    }
    if (session.subscriptions().size() >= Session.MAX_SUBSCRIPTIONS) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "Subscription limit of a session reached: " + Session.MAX_SUBSCRIPTIONS);
    }
    context.sessions().subscribe(session.id(), uri);
    return StatefulResponseRenderer.empty();
  }

  private RequestOutcome unsubscribe(Session session, JsonNode params) {
    Optional<RequestOutcome> wrong = wrongUri(params);
    wrong.ifPresentOrElse(
        ignored -> {},
        () -> context.sessions().unsubscribe(session.id(), params.get("uri").textValue()));
    return wrong.orElseGet(StatefulResponseRenderer::empty);
  }

  private static Optional<RequestOutcome> wrongUri(JsonNode params) {
    return params.path("uri").isTextual() && params.get("uri").textValue().length() <= MAX_URI
        ? Optional.empty()
        : Optional.of(
            RequestOutcome.failed(
                ErrorKind.INVALID_PARAMS,
                "\"uri\" must be a string of at most " + MAX_URI + " characters: the resource"));
  }
}
