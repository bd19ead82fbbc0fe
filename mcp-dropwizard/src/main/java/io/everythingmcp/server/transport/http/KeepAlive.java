package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.McpEndpoint;
import io.everythingmcp.server.protocol.ServerExecutor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open exchanges of this instance: sends their keep-alives and ends them at shutdown. */
public final class KeepAlive {
  private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);

  /** How much finer than the interval the clock is. */
  private static final int FINER = 10;

  private static final Duration FINEST = Duration.ofMillis(10);

  private final IntervalSchedule<ServletExchange> open;
  private final ServerExecutor workers;
  private final ServerExecutor.Timer clock;
  private final ServerExecutor.Timer checks;
  private final Consumer<Throwable> errorHandler;

  /**
   * Starts the keep-alives.
   *
   * @param interval keep-alive interval
   */
  public KeepAlive(ServerExecutor workers, Duration interval) {
    this(workers, interval, problem -> {});
  }

  /**
   * Starts the keep-alives.
   *
   * @param interval keep-alive interval
   * @param trouble receives errors of writing
   */
  public KeepAlive(ServerExecutor workers, Duration interval, Consumer<Throwable> trouble) {
    this.errorHandler = trouble;
    this.workers = workers;
    this.open = new IntervalSchedule<>(interval);
    Duration step = interval.dividedBy(FINER);
    clock =
        workers.scheduleAtFixedRate(
            step.compareTo(FINEST) < 0 ? FINEST : step,
            () -> open.due(System.nanoTime()).forEach(KeepAlive::notifyExchange));
    checks = workers.scheduleAtFixedRate(CredentialCheck.EVERY, () -> check(caller -> true));
  }

  /**
   * Checks soon whether callers are still authenticated, and ends the exchanges of others. Without
   * this call the check is made within {@link CredentialCheck#EVERY}.
   *
   * @param callers callers to check
   */
  public void check(Predicate<CallerIdentity> callers) {
    workers.execute(() -> checkNow(callers));
  }

  /** If a credential cannot be verified, the remaining ones are checked at the next interval. */
  private void checkNow(Predicate<CallerIdentity> callers) {
    for (ServletExchange exchange : open.all()) {
      try {
        if (!exchange.check(callers)) {
          return;
        }
      } catch (RuntimeException e) {
        LOG.warn("The credential of a stream could not be verified again: {}", e.toString());
      }
    }
  }

  /** An error of one exchange does not affect the others. */
  private static void notifyExchange(ServletExchange exchange) {
    try {
      exchange.sendKeepAlive();
    } catch (RuntimeException e) {
      LOG.warn("A keep-alive could not be sent: {}", e.toString());
    }
  }

  /**
   * Serves a request with an endpoint: as {@link #serve(HttpServletRequest, HttpServletResponse,
   * Consumer)}, with fewer frames on the path of every message.
   */
  void serve(
      HttpServletRequest request,
      HttpServletResponse response,
      McpEndpoint endpoint,
      IncomingMessage message) {
    ServletExchange exchange = new ServletExchange(request, response, this);
    boolean settled = false;
    try {
      endpoint.handle(message, exchange);
      exchange.continueAsync();
      settled = true;
    } finally {
      if (!settled) {
        exchange.fail();
      }
    }
  }

  /**
   * Serves a request. If it is not complete when the work returns, it becomes asynchronous. If the
   * work fails, the container responds, and the exchange can no longer be used.
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

  void onConnectionError(Throwable problem) {
    errorHandler.accept(problem);
  }

  /** How many exchanges are open. */
  public int open() {
    return open.all().size();
  }

  /** Ends all streams so that clients reconnect to another instance. */
  public void drain() {
    clock.cancel();
    checks.cancel();
    open.all().forEach(ServletExchange::drain);
  }
}
