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

  /** Listens to the bus. */
  void attach(ChangeBus bus) {
    bus.listen(
        change -> {
          if (bus.ours(change)) {
            context.runtime().workers().execute(() -> tell(change));
          }
        });
    context.runtime().consents().listen(this::tell);
  }

  private void tell(ChangeEvent change) {
    switch (change.kind()) {
      case TOOLS -> tell(context.sessions().ids(), "tools");
      case PROMPTS -> tell(context.sessions().ids(), "prompts");
      case RESOURCES -> tell(context.sessions().ids(), "resources");
      case RESOURCE_UPDATED ->
          context
              .sessions()
              .subscribers(change.subject())
              .forEach(
                  id -> new StatefulSessionNotifier(context, id).resourceUpdated(change.subject()));
    }
  }

  private void tell(List<String> ids, String list) {
    ids.forEach(id -> tell(id, NotificationFactory.listChanged(list)));
  }

  private void tell(String id, ObjectNode notification) {
    context
        .sessions()
        .findById(id)
        .filter(session -> session.begun() && session.ready())
        .ifPresent(session -> new StatefulSessionNotifier(context, id).say(session, notification));
  }

  private void tell(ElicitationPageStore.Visit visit) {
    if (visit.session() != null) {
      tell(visit.session(), NotificationFactory.elicitationComplete(visit.id()));
    }
  }
}
