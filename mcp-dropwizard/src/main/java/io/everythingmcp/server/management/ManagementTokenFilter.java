package io.everythingmcp.server.management;

import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/**
 * Authenticates operators. The token is accepted in the {@code Authorization} header only; rejected
 * attempts are in the authentication log, without the token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
public final class ManagementTokenFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The outcome for an address that sent too many wrong tokens. */
  public static final String RATE_LIMITED = "rate_limited";

  /** The outcome for a request without a token. */
  public static final String MISSING = "missing_credential";

  /** The outcome for a wrong token. */
  public static final String INVALID_TOKEN = "invalid_token";

  private static final String SCHEME = "Bearer ";
  private static final int TOO_MANY = 429;

  private final byte[] expected;
  private final transient Optional<SharedRateLimiter> guesses;
  private final transient OutcomeListener outcomes;

  /**
   * Creates the filter.
   *
   * @param token the management token
   * @param guesses limit of wrong tokens per address; when it is reached, tokens are not compared
   * @param outcomes is notified of the outcome of each request
   */
  public ManagementTokenFilter(
      String token, Optional<SharedRateLimiter> guesses, OutcomeListener outcomes) {
    this.expected = digest(token);
    this.guesses = guesses;
    this.outcomes = outcomes;
  }

  /** Listener for the outcomes of management tokens. */
  @FunctionalInterface
  public interface OutcomeListener {
    /**
     * Called before the request is processed further.
     *
     * @param outcome {@code accepted}, {@link #MISSING}, {@link #INVALID_TOKEN} or {@link
     *     #RATE_LIMITED}
     */
    void observed(HttpServletRequest request, String outcome);
  }

  /** Returns a digest: digests have one length, so that comparisons take the same time. */
  private static byte[] digest(String token) {
    return SecureIds.digest(token).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", "no-store");
    String credentials = request.getHeader("Authorization");
    Optional<Duration> wait =
        credentials == null
            ? Optional.empty()
            : guesses.flatMap(limiter -> limiter.waitFrom(request.getRemoteAddr()));
    if (wait.isPresent()) {
      outcomes.observed(request, RATE_LIMITED);
      response.setHeader("Retry-After", Long.toString(wait.get().toSeconds() + 1));
      refuse(
          request,
          response,
          TOO_MANY,
          new ManagementError(
              "too_many_requests",
              "Limit of invalid tokens per address reached (limits.rate.guesses)"));
      return;
    }
    if (credentials != null
        && credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(
            expected, digest(credentials.substring(SCHEME.length()).strip()))) {
      outcomes.observed(request, "accepted");
      chain.doFilter(request, response);
      return;
    }
    if (credentials == null) {
      outcomes.observed(request, MISSING);
    } else {
      outcomes.observed(request, INVALID_TOKEN);
      guesses.ifPresent(limiter -> limiter.attemptFrom(request.getRemoteAddr()));
    }
    response.setHeader(
        "WWW-Authenticate", credentials == null ? "Bearer" : "Bearer error=\"invalid_token\"");
    refuse(
        request,
        response,
        HttpServletResponse.SC_UNAUTHORIZED,
        new ManagementError("unauthorized", "Invalid or missing management token"));
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, int status, ManagementError error)
      throws IOException {
    byte[] body = WireJson.bytes(error);
    RequestBody.drop(
        request,
        response,
        () -> {
          response.setStatus(status);
          response.setContentType("application/json");
          response.setContentLength(body.length);
          response.getOutputStream().write(body);
        });
  }
}
