package io.everythingmcp.server.assembly;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps credentials out of logs. Below INFO the HTTP libraries log all messages with tokens, keys
 * and cookies; so their loggers stay at INFO or above, regardless of the configuration and of
 * changes at run time.
 */
public final class HttpDebugLogSuppressor implements LoggerContextListener {
  /** Everything that prints headers or bodies, with all loggers below these names. */
  private static final List<String> CARRIERS =
      List.of(
          "org.eclipse.jetty",
          "jdk.httpclient",
          "jdk.internal.httpclient",
          "sun.net.www.protocol.http",
          "org.glassfish.jersey",
          "redis.clients.jedis",
          "io.opentelemetry.exporter");

  private HttpDebugLogSuppressor() {}

  /** Does it, for the loggers of this process. */
  public static void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      install(context);
    }
  }

  static void install(LoggerContext context) {
    if (context.getCopyOfListenerList().stream()
        .noneMatch(HttpDebugLogSuppressor.class::isInstance)) {
      context.addListener(new HttpDebugLogSuppressor());
    }
    for (String name : CARRIERS) {
      Logger logger = context.getLogger(name);
      Level level = logger.getEffectiveLevel();
      // Set even if inherited, so that it stays when the level of the root logger changes.
      logger.setLevel(level.isGreaterOrEqual(Level.INFO) ? level : Level.INFO);
    }
    context.getLoggerList().forEach(logger -> hold(logger, logger.getLevel()));
  }

  private static void hold(Logger logger, Level level) {
    if (level != null && !level.isGreaterOrEqual(Level.INFO) && carries(logger.getName())) {
      logger.setLevel(Level.INFO);
      LoggerFactory.getLogger(HttpDebugLogSuppressor.class)
          .warn(
              "The level of {} stays INFO instead of {}: below that it writes credentials into the"
                  + " log",
              logger.getName(),
              level);
    }
  }

  private static boolean carries(String name) {
    return CARRIERS.stream()
        .anyMatch(carrier -> name.equals(carrier) || name.startsWith(carrier + "."));
  }

  @Override
  public void onLevelChange(Logger logger, Level level) {
    hold(logger, level);
  }

  @Override
  public boolean isResetResistant() {
    return true;
  }

  @Override
  public void onStart(LoggerContext context) {
    // Nothing begins here.
  }

  @Override
  public void onReset(LoggerContext context) {
    // What is configured afterwards comes as changes of levels.
  }

  @Override
  public void onStop(LoggerContext context) {
    // Nothing ends here.
  }
}
