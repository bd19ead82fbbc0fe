package io.everythingmcp.conformance.broken;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The faults, one for each scenario, by its id. */
final class Faults {
  /** Scenarios that fail together because they depend on the same operation. */
  static final Map<String, Set<String>> TOGETHER =
      Map.of(
          "older/sse-endpoint",
          Set.of(
              "older/sse-same-origin",
              "older/sse-conversation",
              "older/sse-unknown-session",
              "older/sse-own-stream"));

  private Faults() {}

  static Map<String, Fault> all() {
    Map<String, Fault> all = new TreeMap<>();
    SessionFaults.add(all);
    StreamFaults.add(all);
    RequestFaults.add(all);
    EnvelopeFaults.add(all);
    ErrorFaults.add(all);
    QuestionFaults.add(all);
    TaskFaults.add(all);
    SecurityFaults.add(all);
    OlderFaults.add(all);
    IsolationFaults.add(all);
    InstanceFaults.add(all);
    OAuthFaults.add(all);
    return all;
  }
}
