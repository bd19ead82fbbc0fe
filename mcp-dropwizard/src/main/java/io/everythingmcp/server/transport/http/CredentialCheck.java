package io.everythingmcp.server.transport.http;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.wire.WireJson;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Periodic check of the credential of an open exchange. A stream outlasts the verification of its
 * credential; after a revocation it must end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2.1">RFC 7009, section 2.1</a>
 */
public final class CredentialCheck {
  /** Interval of the check, for revocations without a notification. */
  static final Duration EVERY = Duration.ofSeconds(20);

  private static final Map<String, String> HEADERS =
      Map.of(
          "WWW-Authenticate",
          "Bearer error=\"invalid_token\", error_description=\"The credential was revoked\"");

  private static final String ATTRIBUTE = CredentialCheck.class.getName();

  /** Clocks may differ by a minute. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final CallerIdentity caller;
  private final Instant until;
  private final Supplier<Standing> check;

  /** Result of a credential check. */
  public enum Standing {
    /** The credential is still valid. */
    GOOD,
    /** Its sender would be refused. */
    ENDED,
    /** The credential cannot be verified now. */
    UNKNOWN
  }

  private CredentialCheck(CallerIdentity caller, Supplier<Standing> check) {
    this.caller = caller;
    this.until = caller.expiry().map(end -> end.plus(SKEW)).orElse(Instant.MAX);
    this.check = check;
  }

  /**
   * Adds a check of the sender's credential; several are run in order. Called from any thread; may
   * block on the store.
   */
  public static void add(HttpServletRequest request, Supplier<Standing> check) {
    Supplier<Standing> before = added(request);
    Supplier<Standing> both =
        () -> {
          Standing first = before.get();
          return first == Standing.GOOD ? check.get() : first;
        };
    request.setAttribute(ATTRIBUTE, both);
  }

  @SuppressWarnings("unchecked")
  private static Supplier<Standing> added(HttpServletRequest request) {
    Object added = request.getAttribute(ATTRIBUTE);
    return added == null ? () -> Standing.GOOD : (Supplier<Standing>) added;
  }

  static CredentialCheck of(HttpServletRequest request) {
    return new CredentialCheck(CallerSource.of(request), added(request));
  }

  boolean expired() {
    return Instant.now().isAfter(until);
  }

  /**
   * If the credential was revoked, cancels the sender's requests and ends the exchange.
   *
   * @param callers callers to check
   * @return false if the credential cannot be verified now
   */
  boolean check(
      Predicate<CallerIdentity> callers,
      ResponseExchange exchange,
      ResponseExchange.Listener listener) {
    if (!callers.test(caller)) {
      return true;
    }
    Standing standing = check.get();
    if (standing == Standing.ENDED) {
      listener.onAuthenticationRevoked();
      exchange.reply(401, HEADERS, body());
      exchange.close();
    }
    return standing != Standing.UNKNOWN;
  }

  private static byte[] body() {
    return WireJson.bytes(
        WireJson.object()
            .put("error", "invalid_token")
            .put("error_description", "The credential was revoked"));
  }
}
