package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.protocol.Workers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open exchanges of this instance: they are given a beat now and then, and told when the server
 * stops.
 */
public final class KeepAlive {
  private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);

  private final Set<ServletExchange> open = ConcurrentHashMap.newKeySet();
  private final Workers.Timer clock;
  private final Consumer<Throwable> trouble;

  /**
   * Begins to beat.
   *
   * @param interval how often
   */
  public KeepAlive(Workers workers, Duration interval) {
    this(workers, interval, problem -> {});
  }

  /**
   * Begins to beat.
   *
   * @param interval how often
   * @param trouble is told when a connection breaks while something is written
   */
  public KeepAlive(Workers workers, Duration interval, Consumer<Throwable> trouble) {
    this.trouble = trouble;
    clock = workers.every(interval, () -> open.forEach(KeepAlive::beat));
  }

  /** What goes wrong with one of them concerns no other. */
  private static void beat(ServletExchange exchange) {
    try {
      exchange.beat();
    } catch (RuntimeException e) {
      LOG.warn("A stream could not be kept alive: {}", e.toString());
    }
  }

  void add(ServletExchange exchange) {
    open.add(exchange);
  }

  void remove(ServletExchange exchange) {
    open.remove(exchange);
  }

  void broken(Throwable problem) {
    trouble.accept(problem);
  }

  /** How many exchanges are open. */
  public int open() {
    return open.size();
  }

  /** Ends all streams so that clients go elsewhere. */
  public void drain() {
    clock.cancel();
    open.forEach(ServletExchange::drain);
  }
}
