package io.everythingmcp.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The eight severity levels of RFC 5424, least severe first.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/logging">Logging</a>
 */
public enum LoggingLevel {
  /** Detailed debugging information. */
  DEBUG,
  /** General information. */
  INFO,
  /** Normal but significant events. */
  NOTICE,
  /** Warning conditions. */
  WARNING,
  /** Error conditions. */
  ERROR,
  /** Critical conditions. */
  CRITICAL,
  /** Action must be taken immediately. */
  ALERT,
  /** The system is unusable. */
  EMERGENCY;

  /** {@return the name of the level in messages} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Finds a level by its name in messages.
   *
   * @param word the name in lowercase letters
   * @return the level; empty if the name is unknown
   */
  public static Optional<LoggingLevel> of(String word) {
    return Arrays.stream(values()).filter(level -> level.wireName().equals(word)).findFirst();
  }
}
