package io.everythingmcp.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The eight levels of RFC 5424, least severe first.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/utilities/logging">Logging</a>
 */
public enum LoggingLevel {
  DEBUG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  CRITICAL,
  ALERT,
  EMERGENCY;

  /** The word for it on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level with this word, or nothing. */
  public static Optional<LoggingLevel> of(String word) {
    return Arrays.stream(values()).filter(level -> level.wireName().equals(word)).findFirst();
  }
}
