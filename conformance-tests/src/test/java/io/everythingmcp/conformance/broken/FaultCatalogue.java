package io.everythingmcp.conformance.broken;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The faults, one for each scenario, by its id. */
final class FaultCatalogue {
  /** Scenarios that fail together because they depend on the same operation. */
  static final Map<String, Set<String>> TOGETHER =
      Map.of(
          "httpsse/sse-endpoint",
          Set.of(
              "httpsse/sse-same-origin",
              "httpsse/sse-conversation",
              "httpsse/sse-unknown-session",
              "httpsse/sse-own-stream"));

  private FaultCatalogue() {}

  static Map<String, ServerFault> all() {
    Map<String, ServerFault> all = new TreeMap<>();
    SessionFaults.add(all);
    StreamFaults.add(all);
    RequestFaults.add(all);
    EnvelopeFaults.add(all);
    ErrorFaults.add(all);
    InputRequestFaults.add(all);
    TaskFaults.add(all);
    SecurityFaults.add(all);
    StatefulFaults.add(all);
    IsolationFaults.add(all);
    InstanceFaults.add(all);
    OAuthFaults.add(all);
    return all;
  }
}
