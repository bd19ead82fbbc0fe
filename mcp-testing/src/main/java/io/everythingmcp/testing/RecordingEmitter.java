package io.everythingmcp.testing;

import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.SessionNotifier;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Records the notifications to a session. A periodic action runs once, immediately. */
record RecordingEmitter(List<String> actions, Set<String> subscriptions)
    implements SessionNotifier {
  @Override
  public void log(LoggingLevel level, String logger, Object data) {
    actions.add("session log " + level.wireName() + " " + data);
  }

  @Override
  public void resourceUpdated(String uri) {
    actions.add("session updated " + uri);
  }

  @Override
  public void resourceListChanged() {
    actions.add("session resources changed");
  }

  @Override
  public boolean toggleSchedule(String name, Duration every, Consumer<SessionNotifier> action) {
    String line = "every " + every + " " + name;
    if (actions.remove(line)) {
      return false;
    }
    action.accept(this);
    return actions.add(line);
  }
}
