package io.everythingmcp.server.management;

import io.everythingmcp.server.edge.RequestBody;
import io.everythingmcp.server.limit.SharedRateLimiter;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.TextTruncation;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates operators. The token is accepted in the {@code Authorization} header only; rejected
 * attempts are logged without the token.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
public final class ManagementTokenFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ManagementTokenFilter.class);
  private static final String SCHEME = "Bearer ";
  private static final int SHOWN = 100;

  private static final int TOO_MANY = 429;

  private final byte[] expected;
  private final transient Optional<SharedRateLimiter> guesses;

  /**
   * Creates the filter.
   *
   * @param token the management token
   * @param guesses limit of wrong tokens per address; when it is reached, tokens are not compared
   */
  public ManagementTokenFilter(String token, Optional<SharedRateLimiter> guesses) {
    this.expected = digest(token);
    this.guesses = guesses;
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
      chain.doFilter(request, response);
      return;
    }
    LOG.warn(
        "Management refused: {} {} from {}, {}",
        printable(request.getMethod()),
        printable(request.getRequestURI()),
        request.getRemoteAddr(),
        credentials == null ? "without a token" : "with a wrong token");
    if (credentials != null) {
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

  private static String printable(String text) {
    String clean = text.replaceAll("[^\\x21-\\x7e]", "?");
    return clean.length() > SHOWN ? TextTruncation.beginning(clean, SHOWN) + "..." : clean;
  }
}
