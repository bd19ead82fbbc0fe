package io.everythingmcp.conformance.run;

import io.everythingmcp.conformance.scenario.About;
import io.everythingmcp.conformance.talk.Revision;
import java.util.Set;

/**
 * Which scenarios are wanted.
 *
 * @param only ids or areas; empty for all
 * @param revision the only revision to be spoken, or null
 */
public record Selection(Set<String> only, Revision revision) {

  /** Everything. */
  public static Selection all() {
    return new Selection(Set.of(), null);
  }

  /** These ids and areas. */
  public static Selection only(String... idsAndAreas) {
    return new Selection(Set.of(idsAndAreas), null);
  }

  /** The same in one revision only. */
  public Selection in(Revision other) {
    return new Selection(only, other);
  }

  public boolean wants(About about) {
    return only.isEmpty() || only.contains(about.id()) || only.contains(about.area());
  }

  public boolean wants(Revision other) {
    return revision == null || revision == other;
  }
}
