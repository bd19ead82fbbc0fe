package io.everythingmcp.conformance.broken;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Faults of the isolation of callers. */
final class IsolationFaults {
  static final String FIRST = "key-of-alice-1234567890";
  static final String SECOND = "key-of-bob-1234567890";
  private static final String KEY = "X-API-Key";

  private IsolationFaults() {}

  static void add(Map<String, ServerFault> all) {
    Predicate<InterceptedRequest> second = intercepted -> intercepted.header(KEY).equals(SECOND);
    Predicate<InterceptedRequest> get = StreamFaults::isGet;
    Predicate<InterceptedRequest> delete = intercepted -> intercepted.verb.equals("DELETE");
    Predicate<InterceptedRequest> inSession = intercepted -> intercepted.has("Mcp-Session-Id");
    all.put(
        "isolation/post-to-other-session",
        treatedAsOwner(second.and(inSession).and(intercepted -> intercepted.is("tools/list"))));
    all.put(
        "isolation/get-stream-of-other-caller",
        treatedAsOwner(second.and(get).and(intercepted -> !StreamFaults.resumes(intercepted))));
    all.put("isolation/delete-other-session", treatedAsOwner(second.and(delete)));
    all.put(
        "isolation/resume-stream-of-other-caller",
        treatedAsOwner(second.and(StreamFaults::resumes)));
    all.put(
        "isolation/response-for-other-caller",
        treatedAsOwner(second.and(intercepted -> !intercepted.at("/result").isMissingNode())));
    all.put(
        "isolation/cancel-other-request",
        treatedAsOwner(second.and(a -> a.is("notifications/cancelled"))));
    all.put(
        "isolation/task-of-other-caller",
        FaultKinds.success(
            second.and(intercepted -> intercepted.is("tasks/get")), "{'status':'working'}"));
    all.put("isolation/task-list-of-other-caller", listingAll());
    all.put(
        "isolation/request-state-of-other-caller",
        treatedAsOwner(
            second.and(intercepted -> intercepted.at("/params/requestState").isTextual())));
    all.put(
        "isolation/sse-post-to-other-connection",
        treatedAsOwner(second.and(intercepted -> intercepted.path.startsWith("/message"))));
    withoutCredentials(all, inSession, get, delete);
  }

  private static void withoutCredentials(
      Map<String, ServerFault> all,
      Predicate<InterceptedRequest> inSession,
      Predicate<InterceptedRequest> get,
      Predicate<InterceptedRequest> delete) {
    Predicate<InterceptedRequest> unauthenticated = intercepted -> !intercepted.has(KEY);
    all.put(
        "isolation/no-credentials-post",
        treatedAsOwner(
            unauthenticated.and(inSession).and(intercepted -> intercepted.is("tools/list"))));
    all.put(
        "isolation/no-credentials-get", treatedAsOwner(unauthenticated.and(get).and(inSession)));
    all.put("isolation/no-credentials-delete", treatedAsOwner(unauthenticated.and(delete)));
    all.put(
        "isolation/no-credentials-stateless",
        treatedAsOwner(
            unauthenticated.and(
                intercepted -> intercepted.stateless() && intercepted.is("prompts/list"))));
    all.put(
        "isolation/no-credentials-sse",
        treatedAsOwner(unauthenticated.and(intercepted -> intercepted.path.startsWith("/sse"))));
    all.put(
        "isolation/bad-credentials",
        treatedAsOwner(
            a ->
                a.has(KEY)
                    && !List.of(FIRST, SECOND).contains(a.header(KEY))
                    && !a.header(KEY).equalsIgnoreCase(FIRST)));
    all.put(
        "isolation/credentials-case-sensitive",
        treatedAsOwner(a -> a.header(KEY).equalsIgnoreCase(FIRST)));
  }

  /** Treats another caller as the owner. */
  private static ServerFault treatedAsOwner(Predicate<InterceptedRequest> when) {
    return FaultKinds.request(when, intercepted -> intercepted.headers.put(KEY, FIRST));
  }

  /** Lists tasks of all owners. */
  private static ServerFault listingAll() {
    Set<String> tasks = ConcurrentHashMap.newKeySet();
    return FaultKinds.response(
        intercepted -> true,
        message -> {
          String id = message.at("/result/task/taskId").asText();
          if (!id.isEmpty()) {
            tasks.add(id);
          }
          if (message.at("/result/tasks").isArray()) {
            tasks.forEach(t -> message.withArray("/result/tasks").addObject().put("taskId", t));
          }
          return message;
        });
  }
}
