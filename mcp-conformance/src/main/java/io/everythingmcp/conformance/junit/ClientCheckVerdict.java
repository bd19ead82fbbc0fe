package io.everythingmcp.conformance.junit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The result of a run for its test.
 *
 * @param headline the result in one sentence
 * @param failures why the test fails; empty if it passes
 * @param warnings each SHOULD that the client did not follow
 */
record ClientCheckVerdict(String headline, List<String> failures, List<String> warnings) {
  /**
   * Evaluates the report of a finished run.
   *
   * @param next the next step when the client was done; no text if there was none
   */
  static ClientCheckVerdict of(JsonNode report, JsonNode next, McpClientCheck options) {
    requireKnown("only", options.only(), report);
    requireKnown("expectedFailures", options.expectedFailures(), report);
    List<String> failures = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    if (report.path("exchanges").isEmpty()) {
      failures.add("The client sent no request to the URL of the run");
    }
    if (options.allSteps() && next.isTextual()) {
      failures.add(
          "Not all steps of the preset %s were performed. The next one is: %s"
              .formatted(report.path("preset").asText(), next.asText()));
    }
    for (Map.Entry<String, List<JsonNode>> rule : byRule(report).entrySet()) {
      List<JsonNode> checks = rule.getValue();
      if (selected(rule.getKey(), options.only())) {
        if (options.only().length > 0 && all(checks, "SKIPPED")) {
          failures.add(
              rule.getKey() + " was not evaluated: " + checks.get(0).path("received").asText());
        } else if (!List.of(options.expectedFailures()).contains(rule.getKey())) {
          with(checks, "FAILURE").map(c -> ClientFindingText.of(report, c)).forEach(failures::add);
          with(checks, "WARNING").map(c -> ClientFindingText.of(report, c)).forEach(warnings::add);
        } else if (kept(checks)) {
          failures.add(rule.getKey() + " is kept: it is no longer an expected failure");
        }
      }
    }
    return new ClientCheckVerdict(
        "Client check, preset %s: %s"
            .formatted(report.path("preset").asText(), report.path("headline").asText()),
        failures,
        warnings);
  }

  /** A rule that differs between revisions has several checks. */
  private static Map<String, List<JsonNode>> byRule(JsonNode report) {
    Map<String, List<JsonNode>> rules = new LinkedHashMap<>();
    for (JsonNode check : report.path("checks")) {
      rules.computeIfAbsent(check.path("rule").asText(), id -> new ArrayList<>()).add(check);
    }
    return rules;
  }

  private static boolean selected(String rule, String[] only) {
    return only.length == 0 || List.of(only).contains(rule);
  }

  private static boolean all(List<JsonNode> checks, String status) {
    return with(checks, status).count() == checks.size();
  }

  /** Returns whether no check found a violation, and at least one was evaluated. */
  private static boolean kept(List<JsonNode> checks) {
    return with(checks, "FAILURE").findAny().isEmpty()
        && with(checks, "WARNING").findAny().isEmpty()
        && with(checks, "SUCCESS").findAny().isPresent();
  }

  private static Stream<JsonNode> with(List<JsonNode> checks, String status) {
    return checks.stream().filter(check -> check.path("status").asText().equals(status));
  }

  private static void requireKnown(String option, String[] ids, JsonNode report) {
    Set<String> known = byRule(report).keySet();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new IllegalArgumentException(
            "%s: there is no rule '%s'; rules are %s".formatted(option, id, known));
      }
    }
  }
}
