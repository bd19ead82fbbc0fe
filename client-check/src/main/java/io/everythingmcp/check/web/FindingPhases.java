package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The phases of findings: those of their exchanges, otherwise that of the group of the rule. */
final class FindingPhases {
  private FindingPhases() {}

  /** Returns the phases of each check by its id, separated by spaces. */
  static Map<String, String> of(JsonNode report) {
    Map<Integer, String> phases = new HashMap<>();
    report
        .path("exchanges")
        .forEach(one -> phases.put(one.path("n").asInt(), TimelineRow.phase(one)));
    Map<String, String> all = new HashMap<>();
    for (JsonNode check : report.path("checks")) {
      Set<String> own = new TreeSet<>();
      for (JsonNode n : check.path("evidence")) {
        own.add(phases.getOrDefault(n.asInt(), "messages"));
      }
      if (own.isEmpty()) {
        own.add(ofGroup(check.path("rule").asText()));
      }
      all.put(check.path("id").asText(), String.join(" ", own));
    }
    return all;
  }

  private static String ofGroup(String rule) {
    return switch (rule.isEmpty() ? ' ' : rule.charAt(0)) {
      case 'A' -> "signin";
      case 'L' -> "session";
      case 'H' -> "streams";
      default -> "messages";
    };
  }
}
