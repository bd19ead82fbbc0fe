package io.everythingmcp.conformance.run;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.util.Set;

/**
 * Selection of scenarios.
 *
 * @param only ids or areas; empty for all
 * @param revision the only revision, or null
 */
public record ScenarioSelection(Set<String> only, SpecRevision revision) {

  /** Everything. */
  public static ScenarioSelection all() {
    return new ScenarioSelection(Set.of(), null);
  }

  /** These ids and areas. */
  public static ScenarioSelection only(String... idsAndAreas) {
    return new ScenarioSelection(Set.of(idsAndAreas), null);
  }

  /** Returns a copy for one revision only. */
  public ScenarioSelection in(SpecRevision other) {
    return new ScenarioSelection(only, other);
  }

  public boolean includes(ScenarioInfo about) {
    return only.isEmpty() || only.contains(about.id()) || only.contains(about.area());
  }

  public boolean includes(SpecRevision other) {
    return revision == null || revision == other;
  }
}
