package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.change.ChangeEvent;
import io.everythingmcp.server.protocol.NotificationFactory;
import io.everythingmcp.server.protocol.context.ElicitationPageStore;
import java.util.List;

/**
 * Sends change notifications to sessions. Their streams are in the store, so the instance of the
 * change notifies each session once, wherever it is connected.
 */
final class SessionChangeBroadcaster {
  private final StatefulContext context;

  SessionChangeBroadcaster(StatefulContext context) {
    this.context = context;
  }

  /** Subscribes to the bus. */
  void attach(ChangeBus bus) {
    bus.subscribe(
        change -> {
          if (bus.isLocal(change)) {
            context.runtime().executor().execute(() -> notifySessions(change));
          }
        });
    context.runtime().consents().subscribe(this::notifySessions);
  }

  private void notifySessions(ChangeEvent change) {
    switch (change.kind()) {
      case TOOLS -> notifySessions(context.sessions().ids(), "tools");
      case PROMPTS -> notifySessions(context.sessions().ids(), "prompts");
      case RESOURCES -> notifySessions(context.sessions().ids(), "resources");
      case RESOURCE_UPDATED ->
          context
              .sessions()
              .subscribers(change.subject())
              .forEach(
                  id -> new StatefulSessionNotifier(context, id).resourceUpdated(change.subject()));
    }
  }

  private void notifySessions(List<String> ids, String list) {
    ids.forEach(id -> notifySessions(id, NotificationFactory.listChanged(list)));
  }

  private void notifySessions(String id, ObjectNode notification) {
    context
        .sessions()
        .findById(id)
        .filter(session -> session.begun() && session.ready())
        .ifPresent(session -> new StatefulSessionNotifier(context, id).send(session, notification));
  }

  private void notifySessions(ElicitationPageStore.PageEntry entry) {
    if (entry.session() != null) {
      notifySessions(entry.session(), NotificationFactory.elicitationComplete(entry.id()));
    }
  }
}
