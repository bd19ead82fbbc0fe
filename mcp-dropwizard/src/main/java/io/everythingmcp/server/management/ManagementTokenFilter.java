package io.everythingmcp.server.management;

import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.security.audit.AuthenticationLog;
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
import java.util.function.Consumer;

/**
 * Authenticates operators. The token is accepted in the {@code Authorization} header only; rejected
 * attempts are in the authentication log, without the token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
public final class ManagementTokenFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "Bearer ";
  private static final int TOO_MANY = 429;

  private final byte[] expected;
  private final transient Optional<SharedRateLimiter> guesses;
  private final transient Consumer<String> outcomes;

  /**
   * Creates the filter.
   *
   * @param token the management token
   * @param guesses limit of wrong tokens per address; when it is reached, tokens are not compared
   * @param outcomes receives the outcome of each request before it is processed further: {@code
   *     accepted}, {@code missing_credential}, {@code invalid_token} or {@code rate_limited}
   */
  public ManagementTokenFilter(
      String token, Optional<SharedRateLimiter> guesses, Consumer<String> outcomes) {
    this.expected = digest(token);
    this.guesses = guesses;
    this.outcomes = outcomes;
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
      observed("rate_limited", "too many wrong management tokens", request);
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
      outcomes.accept("accepted");
      chain.doFilter(request, response);
      return;
    }
    if (credentials == null) {
      observed("missing_credential", "no management token", request);
    } else {
      observed("invalid_token", "wrong management token", request);
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

  private void observed(String outcome, String why, HttpServletRequest request) {
    outcomes.accept(outcome);
    AuthenticationLog.refused(why, request.getRequestURI(), request.getRemoteAddr());
  }
}
