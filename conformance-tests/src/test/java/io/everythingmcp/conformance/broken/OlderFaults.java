package io.everythingmcp.conformance.broken;

import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;
import java.util.function.Predicate;

/** Faults of HTTP+SSE and of batches. */
final class OlderFaults {
  private OlderFaults() {}

  static void add(Map<String, Fault> all) {
    Predicate<Asked> sse = asked -> asked.path.startsWith("/sse");
    all.put(
        "older/sse-endpoint", Kinds.event(sse, e -> e.replace("event: endpoint", "event: hello")));
    all.put("older/sse-same-origin", elsewhere());
    all.put(
        "older/sse-conversation",
        Kinds.answer(
            sse,
            message -> {
              if (message.path("id").asInt() == 1) {
                message.remove("result");
                message.set("error", JsonTrees.object("{'code':-32601,'message':'no ping'}"));
              }
              return message;
            }));
    all.put(
        "older/sse-unknown-session", Kinds.status(a -> a.path.startsWith("/message"), 404, 202));
    all.put("older/sse-foreign-origin", SecurityFaults.blind(sse));
    all.put("older/sse-own-stream", Kinds.broadcast(sse, e -> e.contains("only-one")));
    Predicate<Asked> batch = asked -> asked.body.startsWith("[");
    all.put(
        "older/batch-answered",
        Kinds.request(
            batch.and(asked -> asked.body.contains("\"second\"")),
            asked -> asked.body = "[" + asked.json().get(0) + "]"));
    all.put("older/batch-of-notifications", Kinds.status(batch, 202, 200));
    all.put(
        "older/batch-notification-unanswered",
        Kinds.request(
            batch.and(asked -> asked.body.contains("\"notifications/progress\"")),
            a -> a.body = a.body.replace("\"notifications/progress\"", "\"ping\",\"id\":99")));
    all.put(
        "older/batch-with-initialize",
        Kinds.instead(batch.and(a -> a.body.contains("initialize")), 200, "{}"));
  }

  /** Names another host name of the same machine as the message endpoint. */
  private static Fault elsewhere() {
    return new Fault() {
      @Override
      public String event(Asked asked, String event) {
        String other = "data: http://" + asked.header("Host").replace("localhost", "127.0.0.1");
        return event.contains("event: endpoint")
            ? event.replaceFirst("data: (?:https?://[^/]*)?(?=/)", other)
            : event;
      }
    };
  }
}
