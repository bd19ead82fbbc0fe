package io.everythingmcp.server.store.redis;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisMonitor;
import redis.clients.jedis.exceptions.JedisException;

/** Records every command that Redis receives, without those of scripts and heartbeats. */
final class RedisMonitor implements AutoCloseable {
  private static final Pattern FROM_A_CLIENT =
      Pattern.compile("[\\d.]+ \\[\\d+ [\\d.]+:\\d+\\] \"(\\w+)\"(?: \"(mark \\d+)\")?.*");
  private static final String HEARTBEAT =
      "\"SUBSCRIBE\" \"" + SubscriptionConnection.INSTANCES + "\"";
  private static final String ALIVE = "\"SET\" \"store:instance:";

  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final Jedis watching;
  private final Jedis marking;
  private int marks;

  RedisMonitor(int port) {
    watching = new Jedis("127.0.0.1", port);
    marking = new Jedis("127.0.0.1", port);
    Thread thread = new Thread(this::watch, "redis-monitor");
    thread.setDaemon(true);
    thread.start();
    Awaitility.await()
        .until(
            () -> {
              marking.echo("mark 0");
              return commands.contains("mark 0");
            });
  }

  private void watch() {
    try {
      watching.monitor(
          new JedisMonitor() {
            @Override
            public void onCommand(String line) {
              Matcher command = FROM_A_CLIENT.matcher(line);
              if (command.matches() && !line.endsWith(HEARTBEAT) && !line.contains(ALIVE)) {
                String mark = command.group(2);
                commands.add(mark != null ? mark : command.group(1).toUpperCase(Locale.ROOT));
              }
            }
          });
    } catch (JedisException e) {
      // It has been closed.
    }
  }

  /** Returns the commands during an action. */
  List<String> during(Runnable work) {
    mark();
    commands.clear();
    work.run();
    String end = mark();
    return commands.stream().takeWhile(command -> !command.equals(end)).toList();
  }

  /** Waits until all earlier commands have been recorded. */
  private String mark() {
    String mark = "mark " + ++marks;
    marking.echo(mark);
    Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> commands.contains(mark));
    return mark;
  }

  @Override
  public void close() {
    watching.close();
    marking.close();
  }
}
