package io.everythingmcp.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Faults of streams and of pagination. */
final class StreamFaults {
  private static final String PROGRESS =
      "{'jsonrpc':'2.0','method':'notifications/progress','params':"
          + "{'progressToken':'TOKEN','progress':99,'total':100}}";

  private static final int MORE_THAN_SENT = 20;

  private StreamFaults() {}

  static void add(Map<String, ServerFault> all) {
    all.put(
        "streams/get-stream",
        FaultKinds.instead(intercepted -> isGet(intercepted) && !resumes(intercepted), 404, ""));
    all.put(
        "streams/priming-event",
        FaultKinds.event(
            token("priming"),
            event -> event.contains("id: ") && !event.contains("{") ? "" : event));
    all.put(
        "streams/event-ids-unique",
        FaultKinds.event(token("one").or(token("two")), e -> e.replaceAll("id: .*", "id: same")));
    all.put(
        "streams/stream-resumption",
        FaultKinds.dropped(
            intercepted -> isGet(intercepted) && resumes(intercepted), m -> m.has("result")));
    all.put("streams/resume-only-that-stream", mixing());
    all.put("streams/resume-only-that-get-stream", repeatingChanges());
    all.put("streams/resume-other-session", repeating());
    all.put("streams/disconnect-keeps-session", ending("disconnected"));
    all.put("streams/no-response-on-get-stream", answeringElsewhere());
    all.put(
        "streams/one-stream-per-message",
        FaultKinds.broadcast(StreamFaults::isGet, event -> event.contains("list_changed")));
    all.put(
        "streams/stream-ends",
        new ServerFault() {
          @Override
          public Duration linger(InterceptedRequest intercepted) {
            return token("end").test(intercepted) ? Duration.ofSeconds(4) : Duration.ZERO;
          }
        });
    all.put(
        "streams/sse-polling",
        FaultKinds.event(
            intercepted -> intercepted.calls("test_reconnection"),
            e -> e.replaceAll("retry: .*\n", "")));
    pages(all);
  }

  private static void pages(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> next =
        intercepted -> intercepted.at("/params/cursor").isTextual();
    all.put("pagination/pages-complete", FaultKinds.result(next, StreamFaults::twice));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    all.put(
        "pagination/cursor-repeatable",
        FaultKinds.result(
            next.and(intercepted -> !seen.add(intercepted.at("/params/cursor").asText())),
            StreamFaults::reversed));
    all.put(
        "pagination/cursor-invalid",
        FaultKinds.message(
            intercepted -> intercepted.at("/params/cursor").asText().equals("no-cursor-of-yours"),
            message -> message.withObject("/params").remove("cursor")));
    all.put(
        "pagination/cursor-not-string",
        FaultKinds.code(a -> a.at("/params/cursor").isObject(), -32603));
    AtomicInteger lists = new AtomicInteger();
    all.put(
        "pagination/order-stable",
        FaultKinds.result(
            intercepted -> intercepted.is("tools/list") && lists.incrementAndGet() % 2 == 0,
            StreamFaults::reversed));
  }

  private static ArrayNode entries(ObjectNode result) {
    for (JsonNode field : result) {
      if (field.isArray()) {
        return (ArrayNode) field;
      }
    }
    throw new AssertionError("No list in " + result);
  }

  private static void twice(ObjectNode result) {
    ArrayNode entries = entries(result);
    entries.add(entries.get(0));
  }

  private static void reversed(ObjectNode result) {
    ArrayNode entries = entries(result);
    List<JsonNode> all = new ArrayList<>();
    entries.forEach(all::add);
    Collections.reverse(all);
    entries.removeAll();
    entries.addAll(all);
  }

  static boolean isGet(InterceptedRequest intercepted) {
    return intercepted.verb.equals("GET");
  }

  static boolean resumes(InterceptedRequest intercepted) {
    return intercepted.has("Last-Event-ID");
  }

  static Predicate<InterceptedRequest> token(String token) {
    return intercepted -> intercepted.token().equals(token);
  }

  private static String progress(String token) {
    return "data: " + PROGRESS.replace('\'', '"').replace("TOKEN", token) + "\n\n";
  }

  /** Writes progress of another call on a resumed stream. */
  private static ServerFault mixing() {
    AtomicBoolean other = new AtomicBoolean();
    return new ServerFault() {
      @Override
      public void request(InterceptedRequest intercepted) {
        if (token("other").test(intercepted)) {
          other.set(true);
        }
      }

      @Override
      public void opened(InterceptedRequest intercepted, ClientStream line) {
        if (resumes(intercepted) && other.get()) {
          line.write(progress("other"));
        }
      }
    };
  }

  /** Repeats {@code list_changed} notifications on each resumed stream. */
  private static ServerFault repeatingChanges() {
    String change =
        "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}\n\n";
    return new ServerFault() {
      @Override
      public void opened(InterceptedRequest intercepted, ClientStream line) {
        if (isGet(intercepted) && resumes(intercepted)) {
          line.write(change.repeat(MORE_THAN_SENT));
        }
      }
    };
  }

  /** Repeats the messages of one session in another session. */
  private static ServerFault repeating() {
    AtomicBoolean said = new AtomicBoolean();
    return new ServerFault() {
      @Override
      public Canned instead(InterceptedRequest intercepted) {
        said.compareAndSet(false, token("private").test(intercepted));
        return resumes(intercepted) && said.get()
            ? new Canned(200, "text/event-stream", progress("private"))
            : null;
      }
    };
  }

  /** Ends the session when the stream of a request is closed. */
  private static ServerFault ending(String token) {
    Set<String> gone = ConcurrentHashMap.newKeySet();
    return new ServerFault() {
      @Override
      public Canned instead(InterceptedRequest intercepted) {
        if (token(token).test(intercepted)) {
          gone.add(intercepted.session());
        }
        return intercepted.is("ping") && gone.contains(intercepted.session())
            ? Canned.json(404, "{}")
            : null;
      }
    };
  }

  /** Also sends a response on the stream opened by GET. */
  private static ServerFault answeringElsewhere() {
    AtomicReference<ClientStream> get = new AtomicReference<>();
    return new ServerFault() {
      @Override
      public void opened(InterceptedRequest intercepted, ClientStream line) {
        if (isGet(intercepted)) {
          get.set(line);
        }
      }

      @Override
      public String event(InterceptedRequest intercepted, String event) {
        if (token("own").test(intercepted) && event.contains("\"result\"")) {
          get.get().write(event);
        }
        return event;
      }
    };
  }
}
