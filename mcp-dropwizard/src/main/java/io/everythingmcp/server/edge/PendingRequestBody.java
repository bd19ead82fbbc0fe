package io.everythingmcp.server.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Request whose body has not been received: it waits without a thread until its timeout. */
final class PendingRequestBody {
  private static final Logger LOG = LoggerFactory.getLogger(PendingRequestBody.class);

  /** Timeout for the remaining bytes of a rejected body, before its connection is closed. */
  private static final long BEFORE_REFUSAL_MILLIS = 5_000;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final IncomingBody body;
  private final RequestBody.Then then;
  private final BodyRules rules;
  private final long startNanos = System.nanoTime();
  private BodyRules.Place slot;
  private ContinuedRequest continued;
  private Scheduler.Task timer;
  private boolean completed;

  PendingRequestBody(
      HttpServletRequest request,
      HttpServletResponse response,
      IncomingBody body,
      RequestBody.Then then) {
    this.request = request;
    this.response = response;
    this.body = body;
    this.then = then;
    this.rules = BodyRules.of(body.request());
  }

  void start() throws IOException, ServletException {
    Optional<BodyRules.Place> free = rules.acquire(request.getRemoteAddr());
    if (free.isEmpty()) {
      reject();
      return;
    }
    slot = free.get();
    if (!body.reserve(slot)) {
      slot.release();
      reject();
      return;
    }
    continued = new ContinuedRequest(request, response);
    scheduleTimer();
    body.request().demand(this::onContentAvailable);
  }

  private void reject() throws IOException, ServletException {
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", "1");
    then.handle(request, IncomingBody.tooMany());
  }

  /** Checks again at the end of the current timeout. */
  private void scheduleTimer() {
    Duration left = remainingTime();
    Scheduler scheduler = body.request().getComponents().getScheduler();
    timer = scheduler.schedule(this::onTimer, Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
  }

  private Duration remainingTime() {
    Duration time =
        body.kept() ? rules.time(body.length()) : Duration.ofMillis(BEFORE_REFUSAL_MILLIS);
    return time.minusNanos(System.nanoTime() - startNanos);
  }

  private void onTimer() {
    synchronized (this) {
      if (completed) {
        return;
      }
      if (remainingTime().toMillis() > 0) {
        scheduleTimer();
        return;
      }
      completed = true;
    }
    continued.context().start(() -> end(IncomingBody.tooSlow()));
  }

  private void onContentAvailable() {
    BodyOutcome outcome;
    synchronized (this) {
      if (completed) {
        return;
      }
      outcome = body.read();
      completed = outcome != null;
      if (completed) {
        timer.cancel();
      }
    }
    if (outcome == null) {
      body.request().demand(this::onContentAvailable);
    } else {
      end(outcome);
    }
  }

  private void end(BodyOutcome outcome) {
    try {
      if (outcome instanceof BodyOutcome.Incomplete) {
        response.setHeader("Connection", "close");
      }
      then.handle(continued, outcome);
    } catch (IOException e) {
      LOG.debug("A client disconnected before the response", e);
    } catch (ServletException | RuntimeException e) {
      LOG.error("A request failed after its body was received", e);
      continued.fail();
    } finally {
      slot.release();
      continued.finish();
    }
  }
}
