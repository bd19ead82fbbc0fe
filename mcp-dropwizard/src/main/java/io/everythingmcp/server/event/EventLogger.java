package io.everythingmcp.server.event;

import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.api.event.ServerEventListener;
import io.everythingmcp.server.wire.TextTruncation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs events: at INFO, and those of every session or request at DEBUG. Session ids are shortened
 * to eight characters.
 */
public final class EventLogger implements ServerEventListener {
  private static final Logger LOG = LoggerFactory.getLogger(EventLogger.class);
  private static final int SHOWN = 8;

  @Override
  public boolean accepts(Class<? extends ServerEvent> kind) {
    return !ServerEvent.frequent(kind) || LOG.isDebugEnabled();
  }

  @Override
  public void onEvent(ServerEvent event) {
    if (ServerEvent.frequent(event.getClass())) {
      LOG.debug("{}", line(event));
    } else {
      LOG.info("{}", line(event));
    }
  }

  static String line(ServerEvent event) {
    StringBuilder line = new StringBuilder(event.type());
    io.everythingmcp.server.wire.WireJson.tree(event)
        .properties()
        .forEach(
            field -> {
              String value = field.getValue().asText();
              line.append(' ').append(field.getKey()).append('=');
              line.append(field.getKey().equals("sessionId") ? shortened(value) : value);
            });
    return line.toString();
  }

  /** Enough of a secret name to recognise it. */
  public static String shortened(String secret) {
    return secret.length() <= SHOWN ? secret : TextTruncation.beginning(secret, SHOWN) + "...";
  }
}
