package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.limit.ClientNetwork;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Rate limit: 429 with Retry-After. Authenticated callers are counted by identity, others by
 * address.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6585#section-4">RFC 6585, section 4</a>
 */
public final class RateLimitFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY = 429;

  private final transient SharedRateLimiter limiter;
  private final String key;
  private final transient Set<String> methods;
  private final boolean rpc;

  /**
   * Creates the filter.
   *
   * @param key key of the configuration, for the error message
   * @param methods counted methods; preflights are never counted
   * @param rpc whether the error is a JSON-RPC error; otherwise an OAuth error
   */
  public RateLimitFilter(SharedRateLimiter limiter, String key, Set<String> methods, boolean rpc) {
    this.limiter = limiter;
    this.key = key;
    this.methods = methods;
    this.rpc = rpc;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!methods.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    SharedRateLimiter.Verdict verdict = limiter.attempt(caller(request));
    response.setHeader("RateLimit-Limit", Long.toString(verdict.limit()));
    response.setHeader("RateLimit-Remaining", Long.toString(verdict.remaining()));
    response.setHeader("RateLimit-Reset", Long.toString(seconds(verdict.reset())));
    if (verdict.allowed()) {
      chain.doFilter(request, response);
    } else {
      refuse(request, response, Math.max(1, seconds(verdict.retry())));
    }
  }

  private String caller(HttpServletRequest request) {
    CallerIdentity caller = CallerSource.of(request);
    String owner = rpc && !caller.isUnauthenticated() ? caller.ownerKey() : "";
    return owner.isEmpty()
        ? "address " + ClientNetwork.of(request.getRemoteAddr())
        : "caller " + owner;
  }

  /** Rounds up, because an early retry would be rejected again. */
  static long seconds(Duration time) {
    return time.plusSeconds(1).minusNanos(1).toSeconds();
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response, long seconds)
      throws IOException {
    String message = "Rate limit exceeded; retry after " + seconds + " s (" + key + ")";
    response.setHeader("Retry-After", Long.toString(seconds));
    if (rpc) {
      RequestBodies.rejectBeforeBody(request, response, TOO_MANY, RpcError.unavailable(message));
      return;
    }
    byte[] body =
        WireJson.bytes(Map.of("error", "too_many_requests", "error_description", message));
    RequestBody.drop(
        request,
        response,
        () -> {
          response.setStatus(TOO_MANY);
          response.setContentType("application/json");
          response.setHeader("Cache-Control", "no-store");
          response.getOutputStream().write(body);
        });
  }
}
