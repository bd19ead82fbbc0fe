package io.everythingmcp.api;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Speaks to one session after the call has ended. */
public interface SessionNotifier {

  /** A log message, filtered by the level the client chose. */
  void log(LoggingLevel level, String logger, Object data);

  /** A resource changed, as far as this session is concerned. Sent only if it subscribed. */
  void resourceUpdated(String uri);

  /** The list of resources changed, for this session only. */
  void resourceListChanged();

  /** What this session is subscribed to now. */
  Set<String> subscriptions();

  /**
   * Starts doing something again and again, or stops it if it was started before under this name.
   * Ends with the session.
   *
   * @return true if it runs now
   */
  boolean toggleSchedule(String name, Duration every, Consumer<SessionNotifier> action);
}
