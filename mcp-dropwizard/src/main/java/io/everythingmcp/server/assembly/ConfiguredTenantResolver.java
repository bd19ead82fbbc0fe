package io.everythingmcp.server.assembly;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.configuration.tenant.TenantsConfiguration.Source;
import io.everythingmcp.server.tenant.TenantRegistry;
import io.everythingmcp.server.transport.http.TenantResolver;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** Resolves the tenant of a caller in the configured order. */
public final class ConfiguredTenantResolver implements TenantResolver {
  private final List<Source> order;
  private final TenantRegistry tenants;

  /** Finds tenants among these. */
  public ConfiguredTenantResolver(List<Source> order, TenantRegistry tenants) {
    this.order = List.copyOf(order);
    this.tenants = tenants;
  }

  /** Whether this is one of the ways. */
  public boolean has(Source source) {
    return order.contains(source);
  }

  @Override
  public Optional<String> tenant(HttpServletRequest request, CallerIdentity caller) {
    if (caller.subject().isEmpty()) {
      return Optional.empty();
    }
    for (Source source : order) {
      Optional<String> found = by(source, caller);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<String> by(Source source, CallerIdentity caller) {
    boolean byToken = caller.method().equals(CallerIdentity.STATIC_TOKEN);
    return switch (source) {
      case TOKEN -> byToken ? caller.tenant() : Optional.empty();
      case CLAIM -> byToken ? Optional.empty() : caller.tenant();
      case SUBJECT ->
          byToken
              ? Optional.empty()
              : tenants.bySubject(caller.issuer().orElse(""), caller.subject().orElseThrow());
    };
  }
}
