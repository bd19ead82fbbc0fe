package io.everythingmcp.api;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends notifications to one session after the request has ended. */
public interface SessionNotifier {

  /**
   * Sends a log message if its level is at least the level that the client requested.
   *
   * @param level severity of the message
   * @param logger name of the logger, or null
   * @param data any JSON value
   */
  void log(LoggingLevel level, @Nullable String logger, Object data);

  /**
   * Sends {@code notifications/resources/updated} if this session is subscribed to the resource.
   *
   * @param uri URI of the resource
   */
  void resourceUpdated(String uri);

  /** Sends {@code notifications/resources/list_changed} to this session only. */
  void resourceListChanged();

  /** {@return the URIs of the resources to which this session is subscribed} */
  Set<String> subscriptions();

  /**
   * Starts a periodic action, or stops it if it is running. It ends with the session.
   *
   * @param name name of the action
   * @param every interval between runs
   * @param action the action
   * @return whether the action is now running
   */
  boolean toggleSchedule(String name, Duration every, Consumer<SessionNotifier> action);
}
