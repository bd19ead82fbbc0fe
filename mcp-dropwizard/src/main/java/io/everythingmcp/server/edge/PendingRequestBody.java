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

  /** How long a refusal waits for the rest of what is refused. */
  private static final long BEFORE_REFUSAL_MILLIS = 5_000;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final IncomingBody body;
  private final RequestBody.Then then;
  private final BodyRules rules;
  private final long begun = System.nanoTime();
  private BodyRules.Place place;
  private ContinuedRequest continued;
  private Scheduler.Task timer;
  private boolean over;

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

  void begin() throws IOException, ServletException {
    Optional<BodyRules.Place> free = rules.enter(request.getRemoteAddr());
    if (free.isEmpty()) {
      refuse();
      return;
    }
    place = free.get();
    if (!body.enter(place)) {
      place.leave();
      refuse();
      return;
    }
    continued = new ContinuedRequest(request, response);
    watch();
    body.request().demand(this::come);
  }

  private void refuse() throws IOException, ServletException {
    response.setHeader("Connection", "close");
    response.setHeader("Retry-After", "1");
    then.go(request, IncomingBody.tooMany());
  }

  /** Checks again at the end of the current timeout. */
  private void watch() {
    Duration left = left();
    Scheduler scheduler = body.request().getComponents().getScheduler();
    timer = scheduler.schedule(this::look, Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
  }

  private Duration left() {
    Duration time =
        body.kept() ? rules.time(body.length()) : Duration.ofMillis(BEFORE_REFUSAL_MILLIS);
    return time.minusNanos(System.nanoTime() - begun);
  }

  private void look() {
    synchronized (this) {
      if (over) {
        return;
      }
      if (left().toMillis() > 0) {
        watch();
        return;
      }
      over = true;
    }
    continued.context().start(() -> end(IncomingBody.tooSlow()));
  }

  private void come() {
    BodyOutcome outcome;
    synchronized (this) {
      if (over) {
        return;
      }
      outcome = body.read();
      over = outcome != null;
      if (over) {
        timer.cancel();
      }
    }
    if (outcome == null) {
      body.request().demand(this::come);
    } else {
      end(outcome);
    }
  }

  private void end(BodyOutcome outcome) {
    try {
      if (outcome instanceof BodyOutcome.Incomplete) {
        response.setHeader("Connection", "close");
      }
      then.go(continued, outcome);
    } catch (IOException e) {
      LOG.debug("A client disconnected before the response", e);
    } catch (ServletException | RuntimeException e) {
      LOG.error("A request failed after its body had come", e);
      continued.fail();
    } finally {
      place.leave();
      continued.finish();
    }
  }
}
