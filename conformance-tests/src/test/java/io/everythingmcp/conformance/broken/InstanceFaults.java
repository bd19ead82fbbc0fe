package io.everythingmcp.conformance.broken;

import java.util.Map;
import java.util.function.Predicate;

/** Faults between two instances. */
final class InstanceFaults {
  private InstanceFaults() {}

  static void add(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> other = intercepted -> intercepted.instance == 2;
    all.put(
        "instances/session-elsewhere",
        FaultKinds.instead(other.and(intercepted -> intercepted.is("ping")), 404, "{}"));
    all.put("instances/session-deleted-elsewhere", keepingEndedSession());
    all.put(
        "instances/stream-resumed-elsewhere",
        FaultKinds.instead(other.and(StreamFaults::resumes), 404, "{}"));
    all.put(
        "instances/response-elsewhere",
        FaultKinds.instead(other.and(a -> !a.at("/result").isMissingNode()), 202, ""));
    all.put(
        "instances/list-changed-elsewhere",
        FaultKinds.dropped(
            other.and(StreamFaults::isGet),
            message -> message.path("method").asText().endsWith("list_changed")));
    all.put(
        "instances/request-state-elsewhere",
        FaultKinds.error(
            other.and(intercepted -> intercepted.at("/params/requestState").isTextual())));
  }

  /** One instance accepts a session that was ended at the other instance. */
  private static ServerFault keepingEndedSession() {
    return new ServerFault() {
      @Override
      public void head(InterceptedRequest intercepted, ResponseHead head) {
        if (intercepted.instance == 2 && head.status == 404) {
          head.status = 200;
        }
      }
    };
  }
}
