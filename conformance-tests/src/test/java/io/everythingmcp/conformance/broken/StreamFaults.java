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

  static void add(Map<String, Fault> all) {
    all.put("streams/get-stream", Kinds.instead(asked -> isGet(asked) && !resumes(asked), 404, ""));
    all.put(
        "streams/priming-event",
        Kinds.event(
            token("priming"),
            event -> event.contains("id: ") && !event.contains("{") ? "" : event));
    all.put(
        "streams/event-ids-unique",
        Kinds.event(token("one").or(token("two")), e -> e.replaceAll("id: .*", "id: same")));
    all.put(
        "streams/resume",
        Kinds.dropped(asked -> isGet(asked) && resumes(asked), m -> m.has("result")));
    all.put("streams/resume-only-that-stream", mixing());
    all.put("streams/resume-only-that-get-stream", repeatingChanges());
    all.put("streams/resume-other-session", repeating());
    all.put("streams/disconnect-keeps-session", ending("broken"));
    all.put("streams/no-answer-on-get-stream", answeringElsewhere());
    all.put(
        "streams/one-stream-per-message",
        Kinds.broadcast(StreamFaults::isGet, event -> event.contains("list_changed")));
    all.put(
        "streams/stream-ends",
        new Fault() {
          @Override
          public Duration linger(Asked asked) {
            return token("end").test(asked) ? Duration.ofSeconds(4) : Duration.ZERO;
          }
        });
    all.put(
        "streams/polling",
        Kinds.event(
            asked -> asked.calls("test_reconnection"), e -> e.replaceAll("retry: .*\n", "")));
    pages(all);
  }

  private static void pages(Map<String, Fault> all) {
    Predicate<Asked> next = asked -> asked.at("/params/cursor").isTextual();
    all.put("paging/pages-complete", Kinds.result(next, StreamFaults::twice));
    Set<String> seen = ConcurrentHashMap.newKeySet();
    all.put(
        "paging/cursor-repeatable",
        Kinds.result(
            next.and(asked -> !seen.add(asked.at("/params/cursor").asText())),
            StreamFaults::reversed));
    all.put(
        "paging/cursor-invalid",
        Kinds.message(
            asked -> asked.at("/params/cursor").asText().equals("no-cursor-of-yours"),
            message -> message.withObject("/params").remove("cursor")));
    all.put("paging/cursor-no-string", Kinds.code(a -> a.at("/params/cursor").isObject(), -32603));
    AtomicInteger lists = new AtomicInteger();
    all.put(
        "paging/order-stable",
        Kinds.result(
            asked -> asked.is("tools/list") && lists.incrementAndGet() % 2 == 0,
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

  static boolean isGet(Asked asked) {
    return asked.verb.equals("GET");
  }

  static boolean resumes(Asked asked) {
    return asked.has("Last-Event-ID");
  }

  static Predicate<Asked> token(String token) {
    return asked -> asked.token().equals(token);
  }

  private static String progress(String token) {
    return "data: " + PROGRESS.replace('\'', '"').replace("TOKEN", token) + "\n\n";
  }

  /** Writes progress of another call on a resumed stream. */
  private static Fault mixing() {
    AtomicBoolean other = new AtomicBoolean();
    return new Fault() {
      @Override
      public void request(Asked asked) {
        if (token("other").test(asked)) {
          other.set(true);
        }
      }

      @Override
      public void opened(Asked asked, Line line) {
        if (resumes(asked) && other.get()) {
          line.write(progress("other"));
        }
      }
    };
  }

  /** Repeats {@code list_changed} notifications on each resumed stream. */
  private static Fault repeatingChanges() {
    String change =
        "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}\n\n";
    return new Fault() {
      @Override
      public void opened(Asked asked, Line line) {
        if (isGet(asked) && resumes(asked)) {
          line.write(change.repeat(MORE_THAN_SENT));
        }
      }
    };
  }

  /** Repeats the messages of one session in another session. */
  private static Fault repeating() {
    AtomicBoolean said = new AtomicBoolean();
    return new Fault() {
      @Override
      public Canned instead(Asked asked) {
        said.compareAndSet(false, token("private").test(asked));
        return resumes(asked) && said.get()
            ? new Canned(200, "text/event-stream", progress("private"))
            : null;
      }
    };
  }

  /** Ends the session when the stream of a request is closed. */
  private static Fault ending(String token) {
    Set<String> gone = ConcurrentHashMap.newKeySet();
    return new Fault() {
      @Override
      public Canned instead(Asked asked) {
        if (token(token).test(asked)) {
          gone.add(asked.session());
        }
        return asked.is("ping") && gone.contains(asked.session()) ? Canned.json(404, "{}") : null;
      }
    };
  }

  /** Also sends a response on the stream opened by GET. */
  private static Fault answeringElsewhere() {
    AtomicReference<Line> get = new AtomicReference<>();
    return new Fault() {
      @Override
      public void opened(Asked asked, Line line) {
        if (isGet(asked)) {
          get.set(line);
        }
      }

      @Override
      public String event(Asked asked, String event) {
        if (token("own").test(asked) && event.contains("\"result\"")) {
          get.get().write(event);
        }
        return event;
      }
    };
  }
}
