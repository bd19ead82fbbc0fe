package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Limits wrong credentials per address, for those that could be guessed: keys and tokens that are
 * only compared.
 *
 * @param limiter counts them; empty for no limit
 */
public record CredentialGuessLimiter(Optional<SharedRateLimiter> limiter) {
  private static final int TOO_MANY = 429;

  /**
   * Returns whether the limit of this address is reached; then the error response has been sent.
   */
  public boolean refused(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Duration> wait = limiter.flatMap(counts -> counts.waitFrom(request.getRemoteAddr()));
    if (wait.isPresent()) {
      refuse(request, response, wait.get());
    }
    return wait.isPresent();
  }

  /** Counts an invalid credential; returns true if the limit is exceeded and 429 has been sent. */
  public boolean counted(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Duration> wait =
        limiter
            .map(counts -> counts.attemptFrom(request.getRemoteAddr()))
            .filter(verdict -> !verdict.allowed())
            .map(SharedRateLimiter.Verdict::retry);
    if (wait.isPresent()) {
      refuse(request, response, wait.get());
    }
    return wait.isPresent();
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
    long seconds = Math.max(1, RateLimitFilter.seconds(wait));
    byte[] body =
        WireJson.bytes(
            Map.of(
                "error",
                "too_many_requests",
                "error_description",
                "Limit of invalid credentials per address reached; retry after "
                    + seconds
                    + " s (limits.rate.guesses)"));
    response.setHeader("Retry-After", Long.toString(seconds));
    RequestBody.drop(
        request,
        response,
        () -> {
          response.setStatus(TOO_MANY);
          response.setContentType("application/json");
          response.setContentLength(body.length);
          response.getOutputStream().write(body);
        });
  }
}
