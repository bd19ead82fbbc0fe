package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.context.StoreBackedFeatureStorage;
import io.everythingmcp.server.protocol.stateful.stream.LocalSessionActivity;
import io.everythingmcp.server.wire.SecureIds;
import java.time.Duration;

/**
 * Periodic action of a session. A marker in the storage of the session names the running action, so
 * that it can be stopped on any instance; it ends when the marker has changed or the session has
 * ended.
 */
final class RepeatingSessionAction implements LocalSessionActivity {
  private static final String MARK = "ticker:";

  private final StatefulContext context;
  private final String session;
  private volatile ServerExecutor.Timer timer;

  private RepeatingSessionAction(StatefulContext context, String session) {
    this.context = context;
    this.session = session;
  }

  /** Starts the action, or stops it if it is running; returns whether it is now running. */
  static boolean toggle(
      StatefulContext context, String session, String name, Duration every, Runnable action) {
    StoreBackedFeatureStorage scope =
        StoreBackedFeatureStorage.ofSession(context.runtime().store(), session);
    if (scope.get(MARK + name).isPresent()) {
      scope.remove(MARK + name);
      return false;
    }
    String mark = SecureIds.random();
    scope.put(MARK + name, mark);
    new RepeatingSessionAction(context, session).start(scope, name, mark, every, action);
    return true;
  }

  private void start(
      StoreBackedFeatureStorage scope, String name, String mark, Duration every, Runnable action) {
    context.attachments().add(session, this);
    timer =
        context
            .runtime()
            .executor()
            .scheduleAtFixedRate(
                every,
                () -> {
                  boolean wanted = scope.get(MARK + name).filter(mark::equals).isPresent();
                  if (wanted && context.sessions().findById(session).isPresent()) {
                    action.run();
                  } else {
                    sessionEnded();
                  }
                });
    action.run();
  }

  @Override
  public void sessionEnded() {
    ServerExecutor.Timer running = timer;
    if (running != null) {
      running.cancel();
    }
    context.attachments().remove(session, this);
  }
}
