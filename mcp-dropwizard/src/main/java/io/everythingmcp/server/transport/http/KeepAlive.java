package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.ServerExecutor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All open exchanges of this instance: they are given a beat now and then, and told when the server
 * stops.
 */
public final class KeepAlive {
  private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);

  /** How much finer than the interval the clock is. */
  private static final int FINER = 10;

  private static final Duration FINEST = Duration.ofMillis(10);

  private final IntervalSchedule<ServletExchange> open;
  private final ServerExecutor workers;
  private final ServerExecutor.Timer clock;
  private final ServerExecutor.Timer checks;
  private final Consumer<Throwable> trouble;

  /**
   * Begins to beat.
   *
   * @param interval how often each is given one
   */
  public KeepAlive(ServerExecutor workers, Duration interval) {
    this(workers, interval, problem -> {});
  }

  /**
   * Begins to beat.
   *
   * @param interval how often
   * @param trouble is told when a connection breaks while something is written
   */
  public KeepAlive(ServerExecutor workers, Duration interval, Consumer<Throwable> trouble) {
    this.trouble = trouble;
    this.workers = workers;
    this.open = new IntervalSchedule<>(interval);
    Duration step = interval.dividedBy(FINER);
    clock =
        workers.scheduleAtFixedRate(
            step.compareTo(FINEST) < 0 ? FINEST : step,
            () -> open.due(System.nanoTime()).forEach(KeepAlive::beat));
    checks = workers.scheduleAtFixedRate(CredentialCheck.EVERY, () -> check(caller -> true));
  }

  /**
   * Looks soon whether callers would still be let in, and ends the exchanges of those who would
   * not. Without this call it is done all the same, within {@link CredentialCheck#EVERY}.
   *
   * @param whose of whom there is a reason to look
   */
  public void check(Predicate<CallerIdentity> whose) {
    workers.execute(() -> checkNow(whose));
  }

  /** Where nobody can tell, nobody can a moment later: the rest waits for the next time. */
  private void checkNow(Predicate<CallerIdentity> whose) {
    for (ServletExchange exchange : open.all()) {
      try {
        if (!exchange.check(whose)) {
          return;
        }
      } catch (RuntimeException e) {
        LOG.warn("It was not found out whether a stream may go on: {}", e.toString());
      }
    }
  }

  /** What goes wrong with one of them concerns no other. */
  private static void beat(ServletExchange exchange) {
    try {
      exchange.sendKeepAlive();
    } catch (RuntimeException e) {
      LOG.warn("A stream could not be kept alive: {}", e.toString());
    }
  }

  /**
   * Lets a request be served. What has not been answered when the work returns is answered later.
   * When the work fails, the container answers, and those who keep the exchange cannot any more.
   */
  void serve(
      HttpServletRequest request, HttpServletResponse response, Consumer<ServletExchange> work) {
    ServletExchange exchange = new ServletExchange(request, response, this);
    boolean settled = false;
    try {
      work.accept(exchange);
      exchange.continueAsync();
      settled = true;
    } finally {
      if (!settled) {
        exchange.fail();
      }
    }
  }

  void add(ServletExchange exchange) {
    open.add(exchange, System.nanoTime());
  }

  void remove(ServletExchange exchange) {
    open.remove(exchange);
  }

  void broken(Throwable problem) {
    trouble.accept(problem);
  }

  /** How many exchanges are open. */
  public int open() {
    return open.all().size();
  }

  /** Ends all streams so that clients go elsewhere. */
  public void drain() {
    clock.cancel();
    checks.cancel();
    open.all().forEach(ServletExchange::drain);
  }
}
