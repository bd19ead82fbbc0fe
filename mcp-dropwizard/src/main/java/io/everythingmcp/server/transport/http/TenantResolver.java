package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Resolver for the tenant of a request to {@code /mcp}. Called for every request after
 * authentication, so it must not block.
 */
@FunctionalInterface
public interface TenantResolver {

  /**
   * Returns the tenant id; empty to continue with the next resolver.
   *
   * @param request headers and address; the body must not be read
   * @param caller the sender
   */
  Optional<String> tenant(HttpServletRequest request, CallerIdentity caller);

  /** Returns a resolver that continues with another one. */
  default TenantResolver or(TenantResolver other) {
    return (request, caller) -> tenant(request, caller).or(() -> other.tenant(request, caller));
  }
}
