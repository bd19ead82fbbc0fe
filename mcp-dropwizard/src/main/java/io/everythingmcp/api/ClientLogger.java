package io.everythingmcp.api;

import org.jspecify.annotations.Nullable;

/**
 * Sends log messages ({@code notifications/message}) to the client. They must not contain secrets
 * or data of other users.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/logging">Logging</a>
 */
@FunctionalInterface
public interface ClientLogger {

  /**
   * Sends a log message if its level is at least the level that the client requested.
   *
   * @param level severity of the message
   * @param logger name of the logger, or null
   * @param data any JSON value: a string, a number, a map, a list
   */
  void log(LoggingLevel level, @Nullable String logger, Object data);

  /**
   * Sends a log message of level info without a logger name.
   *
   * @param data any JSON value
   */
  default void info(Object data) {
    log(LoggingLevel.INFO, null, data);
  }
}
