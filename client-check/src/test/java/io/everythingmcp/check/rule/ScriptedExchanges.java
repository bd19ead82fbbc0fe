package io.everythingmcp.check.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.CheckRunOptions;
import io.everythingmcp.check.journal.EndpointKind;
import io.everythingmcp.check.journal.HeaderList;
import io.everythingmcp.check.journal.JournalJson;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.journal.RecordedBody;
import io.everythingmcp.check.journal.RecordedEvent;
import io.everythingmcp.check.journal.RecordedExchange;
import io.everythingmcp.check.journal.RecordedHeader;
import io.everythingmcp.check.journal.RecordedProvocation;
import io.everythingmcp.check.journal.RecordedRequest;
import io.everythingmcp.check.journal.RecordedResponse;
import io.everythingmcp.check.journal.RunFacts;
import io.everythingmcp.check.journal.RunJournal;
import io.everythingmcp.check.journal.StreamEnd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scripted exchanges of a run with their time, connection and headers.
 *
 * @param <S> the script that continues after each step
 */
abstract class ScriptedExchanges<S extends ScriptedExchanges<S>> {
  static final String ISSUER = "http://localhost/as";
  private static final long START = 1_795_900_000_000L;

  private RunJournal journal;
  private final Map<String, String> next = new LinkedHashMap<>();
  private final Map<String, String> nextResponse = new LinkedHashMap<>();
  private final List<RecordedEvent> streamed = new ArrayList<>();
  private long now = START;
  private int n;
  private String connection = "c1";
  private String token;
  private RecordedExchange stream;

  abstract S self();

  /** Restarts with this preset. */
  final S preset(String preset) {
    journal =
        new RunJournal(
            new RunFacts(
                "run1",
                preset,
                START,
                "http://localhost/mcp",
                List.of(ISSUER, ISSUER + "2"),
                CheckRunOptions.NONE));
    return self();
  }

  S token(String value) {
    token = value;
    return self();
  }

  static String json(String text) {
    return text.replace('\'', '"');
  }

  /** Adds the access token, if there is one. */
  final void authorize(Map<String, String> headers) {
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JournalJson.parse(json(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** Advances the time. */
  S after(long millis) {
    now += millis;
    return self();
  }

  /** Sets the time of the next exchange, in milliseconds since the start of the run. */
  S at(long offset) {
    now = START + offset - 200;
    return self();
  }

  S on(String another) {
    connection = another;
    return self();
  }

  /** Sets a header of the next request; null removes it. */
  S with(String name, String value) {
    next.put(name, value);
    return self();
  }

  /** Sets a header of the next response. */
  S respondWith(String name, String value) {
    nextResponse.put(name, value);
    return self();
  }

  int last() {
    return n;
  }

  S provoked(String id, String details) {
    journal.provoked(new RecordedProvocation(id, now, n, (ObjectNode) parse(details)));
    return self();
  }

  /** Adds a request and its response, a tenth of a second later. */
  S exchange(
      EndpointKind endpoint,
      String method,
      String path,
      Map<String, String> headers,
      String body,
      int status,
      Map<String, String> responseHeaders,
      String answer,
      StreamEnd end) {
    now += 200;
    n++;
    Map<String, String> all = new LinkedHashMap<>(headers);
    next.forEach(
        (name, value) -> {
          all.keySet().removeIf(name::equalsIgnoreCase);
          if (value != null) {
            all.put(name, value);
          }
        });
    next.clear();
    List<RecordedEvent> events = List.copyOf(streamed);
    streamed.clear();
    Map<String, String> answered = new LinkedHashMap<>(responseHeaders);
    answered.putAll(nextResponse);
    nextResponse.clear();
    if (!events.isEmpty()) {
      answered.put("Content-Type", "text/event-stream");
    }
    long ended = now + 50;
    for (RecordedEvent event : events) {
      ended = Math.max(ended, event.at() + 1);
    }
    journal.record(
        new RecordedExchange(
            n,
            endpoint,
            new RecordedRequest(
                now, now, method, path, list(all), RecordedBody.of(body), connection, false),
            new RecordedResponse(
                status, list(answered), RecordedBody.of(answer), events, now + 10, ended, end),
            endpoint == EndpointKind.CANARY ? path.split("/", -1)[2] : null));
    now = Math.max(now + 50, ended);
    return self();
  }

  private static HeaderList list(Map<String, String> headers) {
    return new HeaderList(
        headers.entrySet().stream()
            .map(one -> new RecordedHeader(one.getKey(), one.getValue()))
            .toList());
  }

  static String request(String id, String method, String params) {
    return "{'jsonrpc':'2.0','id':" + id + ",'method':'" + method + "','params':" + params + "}";
  }

  /** Adds an event to the next response, a number of milliseconds after its request. */
  S event(long after, String id, Integer retry, String data) {
    streamed.add(new RecordedEvent(now + 200 + after, null, id, retry, json(data), null));
    return self();
  }

  /** Adds the event with the message endpoint of HTTP+SSE. */
  S endpoint(long after, String uri) {
    streamed.add(new RecordedEvent(now + 200 + after, "endpoint", null, null, uri, null));
    return self();
  }

  /** Adds a message of the server to the open stream. */
  S server(String message) {
    now += 200;
    List<RecordedEvent> events = new ArrayList<>(stream.response().events());
    events.add(RecordedEvent.of(now, json("{'jsonrpc':'2.0'," + message + "}")));
    RecordedResponse old = stream.response();
    stream =
        stream.with(
            new RecordedResponse(
                old.status(), old.headers(), old.body(), events, old.startedAt(), now, old.end()));
    journal.record(stream);
    return self();
  }

  S exchangeRequest(String id, String method, String params) {
    return server("'id':" + id + ",'method':'" + method + "','params':" + params);
  }

  /** Adds a request to another endpoint than the MCP endpoint. */
  S other(
      EndpointKind endpoint, String method, String path, String body, int status, String answer) {
    return exchange(
        endpoint,
        method,
        path,
        Map.of(),
        body,
        status,
        Map.of("Content-Type", "application/json"),
        json(answer),
        StreamEnd.SERVER);
  }

  S redirect(EndpointKind endpoint, String location) {
    return exchange(
        endpoint,
        "POST",
        "/as/consent",
        Map.of(),
        "decision=approve",
        303,
        Map.of("Location", location),
        "",
        StreamEnd.SERVER);
  }

  /** Selects the stream of the last exchange for further messages of the server. */
  final S keepStream() {
    stream = journal.snapshot(now).exchanges().get(n - 1);
    return self();
  }

  JournalSnapshot running() {
    return journal.snapshot(now);
  }

  /** Returns the finished run, which ends a second after the last exchange. */
  final JournalSnapshot finish() {
    journal.finish();
    return journal.snapshot(now + 1000);
  }
}
