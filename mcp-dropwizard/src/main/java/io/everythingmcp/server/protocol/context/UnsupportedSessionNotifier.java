package io.everythingmcp.server.protocol.context;

import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.SessionNotifier;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Notifier of stateless revisions: after the response there is no stream for messages to the
 * client.
 */
public final class UnsupportedSessionNotifier implements SessionNotifier {

  @Override
  public void log(LoggingLevel level, String logger, Object data) {
    // Log messages belong to requests.
  }

  @Override
  public void resourceUpdated(String uri) {
    // Subscribers are notified of changes for all callers only.
  }

  @Override
  public void resourceListChanged() {
    // There is no list that is different for one client.
  }

  @Override
  public Set<String> subscriptions() {
    return Set.of();
  }

  @Override
  public boolean toggleSchedule(String name, Duration every, Consumer<SessionNotifier> action) {
    return false;
  }
}
