package io.everythingmcp.conformance.scenario;

import io.everythingmcp.conformance.client.SpecRevision;
import java.util.List;

/**
 * The description of a scenario.
 *
 * @param id area and name
 * @param title the rule in one sentence
 * @param level the requirement level
 * @param since the first revision with the rule
 * @param until the last one
 * @param rule the URL of the rule in the specification
 * @param needs the prerequisites of the server
 */
public record ScenarioInfo(
    String id,
    String title,
    RequirementLevel level,
    SpecRevision since,
    SpecRevision until,
    String rule,
    List<ServerPrerequisite> needs) {

  /** Reads the annotation of a class. */
  public static ScenarioInfo of(Scenario scenario) {
    ConformanceCheck check = scenario.getClass().getAnnotation(ConformanceCheck.class);
    if (check == null) {
      throw new IllegalArgumentException(scenario.getClass() + " has no @ConformanceCheck");
    }
    return new ScenarioInfo(
        check.id(),
        check.title(),
        check.level(),
        check.since(),
        check.until(),
        check.specification(),
        List.of(check.requires()));
  }

  public String area() {
    return id.substring(0, id.indexOf('/'));
  }

  public boolean applies(SpecRevision revision) {
    return revision.atLeast(since) && until.atLeast(revision);
  }
}
