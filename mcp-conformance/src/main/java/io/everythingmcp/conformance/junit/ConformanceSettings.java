package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.server.ToolRole;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of {@link McpConformance}, checked.
 *
 * @param selection the checks to run
 * @param revisions empty for the latest of each era
 * @param excluded reasons by id or area
 * @param expectedFailures ids
 * @param tools named tools
 * @param annotation the other values
 */
record ConformanceSettings(
    ScenarioSelection selection,
    List<SpecRevision> revisions,
    Map<String, String> excluded,
    Set<String> expectedFailures,
    Map<ToolRole, ToolCall> tools,
    McpConformance annotation) {

  /** Reads the annotation of a test class. */
  static ConformanceSettings of(Class<?> test) {
    McpConformance annotation = test.getAnnotation(McpConformance.class);
    if (annotation == null) {
      throw new IllegalArgumentException(test.getName() + " has no annotation @McpConformance");
    }
    List<ScenarioInfo> known = ScenarioCatalog.all().stream().map(ScenarioInfo::of).toList();
    for (String id : annotation.only()) {
      requireKnown("only", id, known);
    }
    ScenarioSelection selection = ScenarioSelection.only(annotation.only());
    for (String id : annotation.expectedFailures()) {
      ScenarioInfo expected =
          known.stream()
              .filter(about -> about.id().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expectedFailures: there is no check '" + id + "'"));
      if (!selection.includes(expected)) {
        throw new IllegalArgumentException(
            "expectedFailures: " + id + " is not run, because it is not in 'only'");
      }
    }
    Map<String, String> excluded = new LinkedHashMap<>();
    for (ExcludedCheck check : annotation.excluded()) {
      requireKnown("excluded", check.id(), known);
      if (check.reason().isBlank()) {
        throw new IllegalArgumentException("excluded: the reason of " + check.id() + " is blank");
      }
      if (known.stream()
          .filter(ScenarioSelection.only(check.id())::includes)
          .noneMatch(selection::includes)) {
        throw new IllegalArgumentException(
            "excluded: " + check.id() + " is not run anyway, because it is not in 'only'");
      }
      excluded.put(check.id(), check.reason());
    }
    for (String id : annotation.expectedFailures()) {
      if (excluded.containsKey(id) || excluded.containsKey(id.substring(0, id.indexOf('/')))) {
        throw new IllegalArgumentException("expectedFailures: " + id + " is excluded, so not run");
      }
    }
    Map<ToolRole, ToolCall> tools = new EnumMap<>(ToolRole.class);
    for (ToolInRole tool : annotation.tools()) {
      if (tools.put(tool.role(), ToolCall.of(tool.tool(), tool.arguments())) != null) {
        throw new IllegalArgumentException("tools: the role " + tool.role() + " has two tools");
      }
    }
    return new ConformanceSettings(
        selection,
        List.of(annotation.revisions()),
        excluded,
        Set.of(annotation.expectedFailures()),
        tools,
        annotation);
  }

  private static void requireKnown(String option, String id, List<ScenarioInfo> known) {
    ScenarioSelection one = ScenarioSelection.only(id);
    if (known.stream().noneMatch(one::includes)) {
      throw new IllegalArgumentException(
          option + ": there is no check and no area '" + id + "'; areas are " + areas(known));
    }
  }

  private static List<String> areas(List<ScenarioInfo> known) {
    return known.stream().map(ScenarioInfo::area).distinct().toList();
  }

  /** Returns why a check is not run; empty if it is. */
  Optional<String> exclusion(ScenarioInfo about) {
    return Optional.ofNullable(excluded.getOrDefault(about.id(), excluded.get(about.area())));
  }
}
