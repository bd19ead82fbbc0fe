package io.everythingmcp.server.store.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;

/**
 * Log lines at DEBUG about commands: the command, the kind of its key and the duration. Values are
 * not logged, nor the last part of a key, which may be a session id.
 */
final class RedisCommandLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.everythingmcp.redis");
  private static final double MILLIS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Logs a command that has ended. */
  void sent(CommandArguments command, long nanos, boolean replied) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {} {} ms{}",
          new String(command.getCommand().getRaw(), StandardCharsets.US_ASCII),
          kind(command.getKeys()),
          Math.round(nanos / MILLIS * 10) / 10.0,
          replied ? "" : " without a reply");
    }
  }

  /** Returns the part of a key before the first colon that is followed by a variable part. */
  private static String kind(List<Object> keys) {
    if (keys.isEmpty()) {
      return "-";
    }
    String key =
        keys.get(0) instanceof byte[] bytes
            ? new String(bytes, StandardCharsets.UTF_8)
            : String.valueOf(keys.get(0));
    int end = key.startsWith("mcp:") || key.startsWith("auth:") ? key.indexOf(':') + 1 : 0;
    int next = key.indexOf(':', end);
    return next < 0 ? key : key.substring(0, next + 1) + "*";
  }
}
