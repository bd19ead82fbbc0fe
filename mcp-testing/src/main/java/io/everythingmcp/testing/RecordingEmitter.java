package io.everythingmcp.testing;

import io.everythingmcp.server.feature.Emitter;
import io.everythingmcp.server.feature.LogLevel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Remembers what a session would have been told. A toggle runs its action once, as if its time had
 * come.
 */
record RecordingEmitter(List<String> said, Set<String> subscriptions) implements Emitter {
  @Override
  public void log(LogLevel level, String logger, Object data) {
    said.add("session log " + level.word() + " " + data);
  }

  @Override
  public void resourceUpdated(String uri) {
    said.add("session updated " + uri);
  }

  @Override
  public void resourcesChanged() {
    said.add("session resources changed");
  }

  @Override
  public boolean toggle(String name, Duration every, Consumer<Emitter> action) {
    String line = "every " + every + " " + name;
    if (said.remove(line)) {
      return false;
    }
    action.accept(this);
    return said.add(line);
  }
}
