package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.SessionNotifier;
import io.everythingmcp.server.protocol.NotificationFactory;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Sends notifications to a session on its stream for unsolicited messages. */
record StatefulSessionNotifier(StatefulContext context, String session) implements SessionNotifier {

  @Override
  public void log(LoggingLevel level, String logger, Object data) {
    now()
        .filter(
            current ->
                level.compareTo(current.logLevel()) >= 0 && context.runtime().catalog().mayLog())
        .ifPresent(current -> send(current, NotificationFactory.log(level, logger, data)));
  }

  @Override
  public void resourceUpdated(String uri) {
    now()
        .filter(current -> current.ready() && current.subscriptions().contains(uri))
        .ifPresent(current -> send(current, NotificationFactory.resourceUpdated(uri)));
  }

  @Override
  public void resourceListChanged() {
    now()
        .filter(Session::ready)
        .ifPresent(current -> send(current, NotificationFactory.listChanged("resources")));
  }

  @Override
  public Set<String> subscriptions() {
    return now().map(Session::subscriptions).orElse(Set.of());
  }

  @Override
  public boolean toggleSchedule(String name, Duration every, Consumer<SessionNotifier> action) {
    return RepeatingSessionAction.toggle(context, session, name, every, () -> action.accept(this));
  }

  private Optional<Session> now() {
    return context.sessions().findById(session);
  }

  /** Sends a notification if the session's revision supports it. */
  void send(Session current, ObjectNode notification) {
    ObjectNode view = RevisionView.message(current.revision(), notification);
    if (view != null) {
      context.log().appendMessage(session, StreamLog.UNRELATED, WireJson.text(view));
    }
  }
}
