package io.everythingmcp.conformance.broken;

import io.everythingmcp.conformance.harness.JsonTrees;
import java.util.Map;
import java.util.function.Predicate;

/** Faults of HTTP+SSE and of batches. */
final class StatefulFaults {
  private StatefulFaults() {}

  static void add(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> sse = intercepted -> intercepted.path.startsWith("/sse");
    all.put(
        "httpsse/sse-endpoint",
        FaultKinds.event(sse, e -> e.replace("event: endpoint", "event: hello")));
    all.put("httpsse/sse-same-origin", elsewhere());
    all.put(
        "httpsse/sse-conversation",
        FaultKinds.response(
            sse,
            message -> {
              if (message.path("id").asInt() == 1) {
                message.remove("result");
                message.set("error", JsonTrees.object("{'code':-32601,'message':'no ping'}"));
              }
              return message;
            }));
    all.put(
        "httpsse/sse-unknown-session",
        FaultKinds.status(a -> a.path.startsWith("/message"), 404, 202));
    all.put("httpsse/sse-foreign-origin", SecurityFaults.ignoringOrigin(sse));
    all.put("httpsse/sse-own-stream", FaultKinds.broadcast(sse, e -> e.contains("only-one")));
    Predicate<InterceptedRequest> batch = intercepted -> intercepted.body.startsWith("[");
    all.put(
        "batching/batch-responses",
        FaultKinds.request(
            batch.and(intercepted -> intercepted.body.contains("\"second\"")),
            intercepted -> intercepted.body = "[" + intercepted.json().get(0) + "]"));
    all.put("batching/batch-of-notifications", FaultKinds.status(batch, 202, 200));
    all.put(
        "batching/batch-notification-no-response",
        FaultKinds.request(
            batch.and(intercepted -> intercepted.body.contains("\"notifications/progress\"")),
            a -> a.body = a.body.replace("\"notifications/progress\"", "\"ping\",\"id\":99")));
    all.put(
        "batching/batch-with-initialize",
        FaultKinds.instead(batch.and(a -> a.body.contains("initialize")), 200, "{}"));
  }

  /** Names another host name of the same machine as the message endpoint. */
  private static ServerFault elsewhere() {
    return new ServerFault() {
      @Override
      public String event(InterceptedRequest intercepted, String event) {
        String other =
            "data: http://" + intercepted.header("Host").replace("localhost", "127.0.0.1");
        return event.contains("event: endpoint")
            ? event.replaceFirst("data: (?:https?://[^/]*)?(?=/)", other)
            : event;
      }
    };
  }
}
