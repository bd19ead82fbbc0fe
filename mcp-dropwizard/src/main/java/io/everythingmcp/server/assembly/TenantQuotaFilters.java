package io.everythingmcp.server.assembly;

import io.everythingmcp.server.limit.RequestRate;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.transport.http.RateLimitFilter;
import io.everythingmcp.server.transport.http.StreamLimitFilter;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The bounds of a server as filters in front of it; that of sessions is with the sessions. */
public final class TenantQuotaFilters {
  private static final Set<String> ANY = Set.of("POST", "GET", "DELETE");

  private TenantQuotaFilters() {}

  /**
   * Those that there are.
   *
   * @param store counts requests, for all instances
   * @param name of the server, as no other one is called
   */
  public static List<Filter> filters(StateStore store, String name, Tenant.Quota quota) {
    List<Filter> filters = new ArrayList<>();
    if (quota.requests() != null) {
      SharedRateLimiter limiter =
          new SharedRateLimiter(store, name, RequestRate.parse(quota.requests()));
      filters.add(new RateLimitFilter(limiter, "quota.requests", ANY, true));
    }
    if (quota.streams() > 0) {
      filters.add(new StreamLimitFilter(quota.streams()));
    }
    return filters;
  }
}
