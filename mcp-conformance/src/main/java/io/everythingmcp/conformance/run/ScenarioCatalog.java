package io.everythingmcp.conformance.run;

import io.everythingmcp.conformance.area.errors.ErrorScenarios;
import io.everythingmcp.conformance.area.httpsse.HttpSseScenarios;
import io.everythingmcp.conformance.area.instances.InstanceScenarios;
import io.everythingmcp.conformance.area.isolation.IsolationScenarios;
import io.everythingmcp.conformance.area.lifecycle.LifecycleScenarios;
import io.everythingmcp.conformance.area.mrtr.MrtrScenarios;
import io.everythingmcp.conformance.area.oauth.OAuthScenarios;
import io.everythingmcp.conformance.area.pagination.PaginationScenarios;
import io.everythingmcp.conformance.area.requests.RequestScenarios;
import io.everythingmcp.conformance.area.security.SecurityScenarios;
import io.everythingmcp.conformance.area.stateless.EraScenarios;
import io.everythingmcp.conformance.area.streams.StreamScenarios;
import io.everythingmcp.conformance.area.subscriptions.SubscriptionScenarios;
import io.everythingmcp.conformance.area.tasks.TaskScenarios;
import io.everythingmcp.conformance.area.utilities.UtilityScenarios;
import io.everythingmcp.conformance.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Which scenarios there are. */
public final class ScenarioCatalog {
  private ScenarioCatalog() {}

  /** Returns all scenarios: those of this suite, by area, and those of other providers. */
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    all.addAll(LifecycleScenarios.all());
    all.addAll(StreamScenarios.all());
    all.addAll(PaginationScenarios.all());
    all.addAll(RequestScenarios.all());
    all.addAll(EraScenarios.all());
    all.addAll(ErrorScenarios.all());
    all.addAll(MrtrScenarios.all());
    all.addAll(SubscriptionScenarios.all());
    all.addAll(TaskScenarios.all());
    all.addAll(SecurityScenarios.all());
    all.addAll(UtilityScenarios.all());
    all.addAll(HttpSseScenarios.all());
    all.addAll(IsolationScenarios.all());
    all.addAll(InstanceScenarios.all());
    all.addAll(OAuthScenarios.all());
    ServiceLoader.load(Scenario.class).forEach(all::add);
    return all;
  }
}
