package io.everythingmcp.check.rule.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.SessionView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** L01 to L05, L19: initialization of a session. */
public final class SessionStart {
  private SessionStart() {}

  /** L01. */
  public static void initializeFirst(JournalView view, RuleObservations seen) {
    seen.unless("no message of a revision with sessions was sent");
    boolean sessions = false;
    for (ClientMessage message : view.messages()) {
      if (message.modern()) {
        continue;
      }
      if (message.is("initialize") && message.isRequest()) {
        String wrong = problem(message.params());
        if (wrong == null) {
          seen.good(message);
        } else {
          seen.fail(message, wrong);
        }
        sessions |= message.hasResponse();
      } else if (message.isRequest()
          && message.accepted()
          && !message.is("server/discover")
          && begins(message)
          // A session whose id is not sent back is another mistake.
          && !sessions) {
        seen.fail(message, message.method() + " before initialize");
      }
    }
  }

  private static boolean begins(ClientMessage message) {
    if (message.session() == null) {
      return message.exchange().endpoint() == EndpointKind.MCP
          && !message.exchange().request().headers().has("Mcp-Session-Id");
    }
    return message.session().overSse()
        && message.session().initialize() == null
        && !message.is("ping");
  }

  private static String problem(JsonNode params) {
    if (!params.path("protocolVersion").isTextual()) {
      return "initialize with protocolVersion " + show(params.path("protocolVersion"));
    }
    if (!params.path("capabilities").isObject()) {
      return "initialize with capabilities " + show(params.path("capabilities"));
    }
    JsonNode client = params.path("clientInfo");
    if (!client.path("name").isTextual() || !client.path("version").isTextual()) {
      return "initialize with clientInfo " + show(client);
    }
    return null;
  }

  private static String show(JsonNode node) {
    return node.isMissingNode() ? "absent" : node.toString();
  }

  /** L02. */
  public static void publishedVersion(JournalView view, RuleObservations seen) {
    seen.unless("no initialize was sent");
    Map<JsonNode, String> highest = new HashMap<>();
    List<ClientMessage> all =
        view.requests()
            .filter(message -> message.is("initialize"))
            .filter(message -> message.params().path("protocolVersion").isTextual())
            .toList();
    for (ClientMessage message : all) {
      highest.merge(name(message), version(message), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
    for (ClientMessage message : all) {
      String version = version(message);
      String known = highest.get(name(message));
      if (version.equals(PublishedRevisions.V2026_07)) {
        seen.note(message, "2026-07-28, which has no initialize");
      } else if (!PublishedRevisions.isPublished(version)) {
        seen.warn(message, "protocolVersion " + version);
      } else if (PublishedRevisions.isPublished(known)
          && version.compareTo(known) < 0
          && message.exchange().endpoint() == EndpointKind.MCP) {
        seen.note(message, version + ", though the client supports " + known);
      } else {
        seen.good(message);
      }
    }
  }

  private static JsonNode name(ClientMessage message) {
    return message.params().path("clientInfo").path("name");
  }

  private static String version(ClientMessage message) {
    return message.params().path("protocolVersion").textValue();
  }

  /** L03. */
  public static void initializedOnce(JournalView view, RuleObservations seen) {
    seen.unless("no session was used after its initialize");
    for (SessionView session : view.sessions()) {
      List<ClientMessage> initialized = initialized(session);
      for (int i = 1; i < initialized.size(); i++) {
        seen.fail(initialized.get(i), "a second time", initialized.get(0).n());
      }
      List<ClientMessage> requests =
          session.requests().stream().filter(message -> !message.is("ping")).toList();
      if (session.initialize() == null || requests.isEmpty()) {
        continue;
      }
      if (!initialized.isEmpty()) {
        seen.good(initialized.get(0));
      } else if (session.over(view) && !triedInitialized(session)) {
        seen.fail(
            requests.get(0),
            "requests, and never notifications/initialized",
            session.initialize().n());
      }
    }
  }

  private static boolean triedInitialized(SessionView session) {
    return session.messages().stream().anyMatch(message -> message.is("notifications/initialized"));
  }

  private static List<ClientMessage> initialized(SessionView session) {
    return session.messages().stream()
        .filter(message -> message.is("notifications/initialized") && message.accepted())
        .toList();
  }

  /** L04. */
  public static void waitsForResponse(JournalView view, RuleObservations seen) {
    seen.unless("no session was used after its initialize");
    for (SessionView session : view.sessions()) {
      ClientMessage initialize = session.initialize();
      if (initialize == null || !initialize.hasResponse()) {
        continue;
      }
      for (ClientMessage message : session.requests()) {
        if (message.is("ping")) {
          continue;
        }
        if (message.at() < initialize.responseAt() && message.at() >= initialize.at()) {
          seen.warn(
              message, message.method() + " before the response to initialize", initialize.n());
        } else {
          seen.good(message);
        }
      }
    }
  }

  /** L05. */
  public static void initializedFirst(JournalView view, RuleObservations seen) {
    seen.unless("no session was used after its initialize");
    for (SessionView session : view.sessions()) {
      List<ClientMessage> initialized = initialized(session);
      if (initialized.isEmpty() || session.initialize() == null) {
        continue;
      }
      for (ClientMessage message : session.requests()) {
        if (!message.is("ping")
            && message.at() >= session.initialize().responseAt()
            && JournalView.before(message.exchange(), initialized.get(0).exchange())) {
          seen.note(
              message,
              message.method() + " before notifications/initialized",
              initialized.get(0).n());
        } else {
          seen.good(message);
        }
      }
    }
  }

  /** L19. */
  public static void leavesUnknownVersion(JournalView view, RuleObservations seen) {
    seen.unless("the server returned no unknown version");
    for (SessionView session : view.sessions()) {
      String answered = session.revision();
      if (answered == null || PublishedRevisions.isPublished(answered)) {
        continue;
      }
      List<ClientMessage> requests = session.requests();
      if (requests.isEmpty()) {
        seen.good(session.initialize());
      } else {
        seen.warn(
            requests.get(0),
            requests.get(0).method() + " in a session of version " + answered,
            session.initialize().n());
      }
    }
  }
}
