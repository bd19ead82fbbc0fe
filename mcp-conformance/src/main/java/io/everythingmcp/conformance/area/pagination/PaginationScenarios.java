package io.everythingmcp.conformance.area.pagination;

import io.everythingmcp.conformance.scenario.Scenario;
import java.util.List;

/** The scenarios of this area. */
public final class PaginationScenarios {
  private PaginationScenarios() {}

  public static List<Scenario> all() {
    return List.of(
        new PagesComplete(),
        new CursorRepeatable(),
        new CursorInvalid(),
        new CursorNotString(),
        new OrderStable());
  }
}
