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
    Predicate<InterceptedRequest> second = asked -> asked.header(KEY).equals(SECOND);
    Predicate<InterceptedRequest> get = StreamFaults::isGet;
    Predicate<InterceptedRequest> delete = asked -> asked.verb.equals("DELETE");
    Predicate<InterceptedRequest> inSession = asked -> asked.has("Mcp-Session-Id");
    all.put(
        "isolation/post-in-other-session",
        taken(second.and(inSession).and(asked -> asked.is("tools/list"))));
    all.put(
        "isolation/listen-in-other-session",
        taken(second.and(get).and(asked -> !StreamFaults.resumes(asked))));
    all.put("isolation/delete-other-session", taken(second.and(delete)));
    all.put("isolation/resume-other-stream", taken(second.and(StreamFaults::resumes)));
    all.put(
        "isolation/answer-for-other",
        taken(second.and(asked -> !asked.at("/result").isMissingNode())));
    all.put("isolation/cancel-other", taken(second.and(a -> a.is("notifications/cancelled"))));
    all.put(
        "isolation/task-of-other",
        FaultKinds.success(second.and(asked -> asked.is("tasks/get")), "{'status':'working'}"));
    all.put("isolation/tasks-listed", listingAll());
    all.put(
        "isolation/state-of-other",
        taken(second.and(asked -> asked.at("/params/requestState").isTextual())));
    all.put(
        "isolation/sse-post-for-other",
        taken(second.and(asked -> asked.path.startsWith("/message"))));
    nobody(all, inSession, get, delete);
  }

  private static void nobody(
      Map<String, ServerFault> all,
      Predicate<InterceptedRequest> inSession,
      Predicate<InterceptedRequest> get,
      Predicate<InterceptedRequest> delete) {
    Predicate<InterceptedRequest> nobody = asked -> !asked.has(KEY);
    all.put(
        "isolation/no-credentials-post",
        taken(nobody.and(inSession).and(asked -> asked.is("tools/list"))));
    all.put("isolation/no-credentials-get", taken(nobody.and(get).and(inSession)));
    all.put("isolation/no-credentials-delete", taken(nobody.and(delete)));
    all.put(
        "isolation/no-credentials-stateless",
        taken(nobody.and(asked -> asked.stateless() && asked.is("prompts/list"))));
    all.put(
        "isolation/no-credentials-sse", taken(nobody.and(asked -> asked.path.startsWith("/sse"))));
    all.put(
        "isolation/bad-credentials",
        taken(
            a ->
                a.has(KEY)
                    && !List.of(FIRST, SECOND).contains(a.header(KEY))
                    && !a.header(KEY).equalsIgnoreCase(FIRST)));
    all.put(
        "isolation/credentials-case-sensitive", taken(a -> a.header(KEY).equalsIgnoreCase(FIRST)));
  }

  /** Treats another caller as the owner. */
  private static ServerFault taken(Predicate<InterceptedRequest> when) {
    return FaultKinds.request(when, asked -> asked.headers.put(KEY, FIRST));
  }

  /** Lists tasks of all owners. */
  private static ServerFault listingAll() {
    Set<String> tasks = ConcurrentHashMap.newKeySet();
    return FaultKinds.answer(
        asked -> true,
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
