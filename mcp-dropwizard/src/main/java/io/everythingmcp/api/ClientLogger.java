package io.everythingmcp.api;

/**
 * Log messages for the client. They must hold no secrets and nothing about other people.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/logging">Logging</a>
 */
@FunctionalInterface
public interface ClientLogger {

  /**
   * Says something, if the client wants to hear this level.
   *
   * @param logger who says it, or null
   * @param data any JSON value: a string, a number, a map, a list
   */
  void log(LoggingLevel level, String logger, Object data);

  /** Says something at level info. */
  default void info(Object data) {
    log(LoggingLevel.INFO, null, data);
  }
}
