package io.everythingmcp.server.management;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Log level of this instance, until it stops. */
@Path("/management/log-level")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class LogLevelResource {
  private static final List<String> LEVELS =
      List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_$.]{1,200}");
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogLevelResource.class);

  /**
   * A log level.
   *
   * @param logger name of the logger; ROOT for the default
   */
  public record Setting(String logger, String level) {}

  /** The level of everything. */
  @GET
  public Setting get() {
    return setting(logger(Logger.ROOT_LOGGER_NAME));
  }

  /** Sets the level of everything, or of one logger. */
  @PUT
  public Setting set(byte[] body) {
    JsonNode wish = ManagementBody.object(body);
    String level = wish.path("level").asText().toUpperCase(Locale.ROOT);
    String name = wish.path("logger").asText(Logger.ROOT_LOGGER_NAME);
    if (!LEVELS.contains(level)) {
      throw ManagementError.invalid("level must be one of " + String.join(", ", LEVELS));
    }
    if (!NAME.matcher(name).matches()) {
      throw ManagementError.invalid("logger must be the name of a package or class");
    }
    Logger logger = logger(name);
    logger.setLevel(Level.toLevel(level));
    LOG.warn("An operator set the log level of {} to {}", name, level);
    return setting(logger);
  }

  private static Setting setting(Logger logger) {
    return new Setting(logger.getName(), logger.getEffectiveLevel().toString());
  }

  private static Logger logger(String name) {
    return ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(name);
  }
}
