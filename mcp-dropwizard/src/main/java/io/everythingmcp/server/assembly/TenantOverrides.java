package io.everythingmcp.server.assembly;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.ServerRuntime;
import io.everythingmcp.server.protocol.profile.ServerDescription;
import io.everythingmcp.server.tenant.Tenant;
import java.util.List;

/** What the server of a tenant has of what there is. */
public final class TenantOverrides {
  private final Tenant tenant;

  /** What this tenant has. */
  public TenantOverrides(Tenant tenant) {
    this.tenant = tenant;
  }

  /** Of these features, its own. */
  public FeatureCatalog catalog(FeatureCatalog all) {
    Tenant.Features some = tenant.features();
    return new FeatureCatalog(
        tools(all.tools()),
        all.prompts().stream().filter(p -> in(some.prompts(), p.definition().name())).toList(),
        all.resources().stream().filter(r -> in(some.resources(), r.definition().uri())).toList(),
        all.templates().stream()
            .filter(t -> in(some.resources(), t.definition().uriTemplate()))
            .toList());
  }

  /** Of these prepared tools, its own. */
  public List<Tool> tools(List<Tool> all) {
    return all.stream()
        .filter(tool -> in(tenant.features().tools(), tool.definition().name()))
        .toList();
  }

  private static boolean in(List<String> names, String name) {
    return names == null || names.contains(name);
  }

  /** Returns the implementation information of the tenant's server. */
  public ServerImplementation identity(ServerImplementation defaults) {
    return new ServerImplementation(
        tenant.name(),
        tenant.version(),
        ServerDescription.NONE.title(tenant.name()).instructions(tenant.instructions()),
        defaults.declared(),
        defaults.revisions());
  }

  /** Returns the limits, which are never higher than the default ones. */
  public ServerRuntime.Limits limits(ServerRuntime.Limits defaults) {
    int sessions = tenant.quota().sessions();
    return new ServerRuntime.Limits(
        defaults.requestTime(),
        defaults.outputBytes(),
        defaults.retry(),
        sessions == 0 ? defaults.sessions() : Math.min(sessions, defaults.sessions()));
  }
}
