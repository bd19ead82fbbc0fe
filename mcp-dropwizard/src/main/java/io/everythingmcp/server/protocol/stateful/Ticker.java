package io.everythingmcp.server.protocol.stateful;

import io.everythingmcp.server.protocol.StoredScope;
import io.everythingmcp.server.protocol.Workers;
import io.everythingmcp.server.protocol.stateful.stream.Attachment;
import io.everythingmcp.server.wire.Ids;
import java.time.Duration;

/**
 * Does something for a session again and again. A mark in the session's scope says which ticker is
 * meant to run, so switching off works on any instance; the ticker stops when the mark is not its
 * own any more, or the session has ended.
 */
final class Ticker implements Attachment {
  private static final String MARK = "ticker:";

  private final Context context;
  private final String session;
  private volatile Workers.Timer timer;

  private Ticker(Context context, String session) {
    this.context = context;
    this.session = session;
  }

  /** Switches on what is off, and off what is on; true if it runs now. */
  static boolean toggle(
      Context context, String session, String name, Duration every, Runnable action) {
    StoredScope scope = StoredScope.ofSession(context.runtime().store(), session);
    if (scope.get(MARK + name).isPresent()) {
      scope.remove(MARK + name);
      return false;
    }
    String mark = Ids.random();
    scope.put(MARK + name, mark);
    new Ticker(context, session).start(scope, name, mark, every, action);
    return true;
  }

  private void start(StoredScope scope, String name, String mark, Duration every, Runnable action) {
    context.attachments().add(session, this);
    timer =
        context
            .runtime()
            .workers()
            .every(
                every,
                () -> {
                  boolean wanted = scope.get(MARK + name).filter(mark::equals).isPresent();
                  if (wanted && context.sessions().peek(session).isPresent()) {
                    action.run();
                  } else {
                    sessionEnded();
                  }
                });
    action.run();
  }

  @Override
  public void sessionEnded() {
    Workers.Timer running = timer;
    if (running != null) {
      running.cancel();
    }
    context.attachments().remove(session, this);
  }
}
