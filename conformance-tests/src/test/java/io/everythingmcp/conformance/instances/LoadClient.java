package io.everythingmcp.conformance.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawClient;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Client that calls tools, resumes streams and opens GET streams continuously, and reconnects after
 * each closed connection. It counts every event.
 */
final class LoadClient {
  private static final int TRIES = 200;

  /** Delay between requests, so that a new instance can start under load. */
  private static final Duration PACE = Duration.ofMillis(10);

  private final McpSession session;
  private final LoadResults results;
  private final BooleanSupplier isFinished;
  private volatile SseStream listening;

  LoadClient(RawClient client, LoadResults loadResults, BooleanSupplier over) {
    this.session = McpSession.open(client, "2025-11-25");
    this.results = loadResults;
    this.isFinished = over;
  }

  /** Calls a tool repeatedly. */
  void call() {
    for (int i = 0; !isFinished.getAsBoolean(); i++) {
      try {
        RawResponse response =
            session.post(JsonRpcMessages.call("c" + i, "echo", "{'message':'" + i + "'}")).send();
        String text = response.text();
        if (response.status() == 200 && text.contains("Echo: " + i)) {
          results.calls.incrementAndGet();
          LockSupport.parkNanos(PACE.toNanos());
        } else if (!isShuttingDown(response)) {
          results.violation("A call: " + response);
        }
      } catch (AssertionError | UncheckedIOException broken) {
        broken(broken);
      }
    }
  }

  /** Triggers notifications to all sessions repeatedly. */
  void change() {
    while (!isFinished.getAsBoolean()) {
      try {
        session.post(JsonRpcMessages.call("x", "test_trigger_tool_change", "{}")).send().text();
        LockSupport.parkNanos(PACE.toNanos());
      } catch (AssertionError | UncheckedIOException broken) {
        broken(broken);
      }
    }
  }

  /** Reads streams of calls with progress, one after the other, to their ends. */
  void readProgressStreams() {
    for (int i = 0; !isFinished.getAsBoolean(); i++) {
      ObjectNode call =
          JsonRpcMessages.call("s" + i, "longRunningOperation", "{'duration':1,'steps':20}");
      ((ObjectNode) call.get("params")).putObject("_meta").put("progressToken", "s" + i);
      try {
        RawResponse response = session.post(call).send();
        if (!isShuttingDown(response)) {
          readToTheEnd("s" + i, response.events());
        }
      } catch (AssertionError broken) {
        broken(broken);
      }
    }
  }

  private void readToTheEnd(String id, SseStream first) {
    ClientEndpoint place = new ClientEndpoint();
    SseStream stream = first;
    for (int tries = 0; tries < TRIES; tries++) {
      JsonNode answer = read(stream, place, id);
      if (answer != null) {
        results.streams.incrementAndGet();
        if (answer.has("error")) {
          results.ended.incrementAndGet();
        }
        return;
      }
      if (place.last == null) {
        results.inFlight.incrementAndGet();
        return;
      }
      results.resumed.incrementAndGet();
      stream = resume(place.last, stream);
    }
    results.violation("No end of " + id + " after " + place.last);
  }

  private SseStream resume(String last, SseStream old) {
    try {
      RawResponse response = session.get().header("Last-Event-ID", last).send();
      if (isShuttingDown(response)) {
        return old;
      }
      if (response.status() != 200) {
        results.violation("Resuming after " + last + ": " + response);
      }
      return response.events();
    } catch (AssertionError broken) {
      broken(broken);
      return old;
    }
  }

  /** Reads until the response; returns null if the connection is closed before it. */
  private JsonNode read(SseStream stream, ClientEndpoint place, String id) {
    try {
      for (SseEvent event = stream.nextOrEnd(); event != null; event = stream.nextOrEnd()) {
        place.at(event, results);
        if (event.hasMessage() && event.json().path("id").asText().equals(id)) {
          return event.json();
        }
      }
    } catch (AssertionError broken) {
      if (!(broken.getCause() instanceof IOException)) {
        results.violation("A stream: " + broken);
      }
    }
    return null;
  }

  /** Reads the GET stream. */
  void readGetStream() {
    ClientEndpoint place = new ClientEndpoint();
    while (!isFinished.getAsBoolean()) {
      try {
        var request = session.get();
        if (place.last != null) {
          request.header("Last-Event-ID", place.last);
          results.resumed.incrementAndGet();
        }
        RawResponse response = request.send();
        if (isShuttingDown(response)) {
          continue;
        }
        if (response.status() != 200) {
          results.violation("Listening after " + place.last + ": " + response);
          return;
        }
        listening = response.events();
        if (!isFinished.getAsBoolean()) {
          read(listening, place, "nothing");
        }
      } catch (AssertionError broken) {
        broken(broken);
      }
    }
  }

  /** Ends the session, which must still exist. */
  void finish() {
    RawResponse response = session.delete().send();
    if (response.status() != 204) {
      results.violation("The session is gone: " + response);
    }
  }

  boolean assertSessionExists() {
    return session.post(JsonRpcMessages.request("alive", "ping")).send().status() == 200;
  }

  /**
   * Returns whether the instance responded that it is shutting down; the request is then retried.
   */
  private boolean isShuttingDown(RawResponse response) {
    boolean away = response.status() == 503 && response.header("Retry-After") != null;
    if (away) {
      results.refused.incrementAndGet();
      LockSupport.parkNanos(PACE.toNanos());
    }
    return away;
  }

  /** Accepts only a closed connection as the cause. */
  private void broken(Throwable problem) {
    Throwable cause = problem;
    while (cause != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    if (cause == null) {
      results.violation(problem.toString());
    }
    results.inFlight.incrementAndGet();
  }

  /** Position in a stream; each event has the number that follows that of the previous one. */
  private static final class ClientEndpoint {
    private String last;
    private long number = -1;

    void at(SseEvent event, LoadResults loadResults) {
      boolean onlyWhenToComeBack = event.retry() != null && !event.hasMessage();
      if (event.id() == null || (onlyWhenToComeBack && event.id().equals(last))) {
        return;
      }
      long next = Long.parseLong(event.id().substring(event.id().lastIndexOf('_') + 1));
      if (number >= 0 && next != number + 1) {
        loadResults.violation("After event " + last + " came " + event.id());
      }
      number = next;
      last = event.id();
      loadResults.events.incrementAndGet();
    }
  }
}
