package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Finds the tenant of a request on {@code /mcp}. Is asked for every request after its caller is
 * authenticated, so it must not wait.
 */
@FunctionalInterface
public interface TenantResolver {

  /**
   * The id of the tenant; empty when this resolver cannot tell, and the next one is asked.
   *
   * @param request headers and address; the body is not to be read
   * @param caller who sent it
   */
  Optional<String> tenant(HttpServletRequest request, CallerIdentity caller);

  /** This one, and where it cannot tell the other one. */
  default TenantResolver or(TenantResolver other) {
    return (request, caller) -> tenant(request, caller).or(() -> other.tenant(request, caller));
  }
}
