package io.everythingmcp.conformance.run;

import io.everythingmcp.conformance.area.lifecycle.LifecycleScenarios;
import io.everythingmcp.conformance.area.paging.PagingScenarios;
import io.everythingmcp.conformance.area.requests.RequestScenarios;
import io.everythingmcp.conformance.area.streams.StreamScenarios;
import io.everythingmcp.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Which scenarios there are. */
public final class Catalog {
  private Catalog() {}

  /** All: those of this suite, area by area, and those that others add. */
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(LifecycleScenarios.all());
    all.addAll(StreamScenarios.all());
    all.addAll(PagingScenarios.all());
    all.addAll(RequestScenarios.all());
    ServiceLoader.load(Scenario.class).forEach(all::add);
    return all;
  }
}
