package io.everythingmcp.server.install;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps credentials out of logs. Below INFO the HTTP server writes down all that it reads and
 * sends, tokens and cookies too; so it is not asked to, whatever the level of everything else is.
 */
public final class CarefulLogs {
  private static final List<String> TALKATIVE = List.of("org.eclipse.jetty", "jdk.httpclient");

  private CarefulLogs() {}

  /** Does it. */
  public static void install() {
    for (String name : TALKATIVE) {
      if (LoggerFactory.getLogger(name) instanceof Logger logger) {
        Level level = logger.getEffectiveLevel();
        // Said in so many words, so that it stays when the level of everything else is changed.
        logger.setLevel(level.isGreaterOrEqual(Level.INFO) ? level : Level.INFO);
      }
    }
  }
}
