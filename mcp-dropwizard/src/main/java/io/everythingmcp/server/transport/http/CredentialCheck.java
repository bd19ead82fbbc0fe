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
 * What becomes of the credential that a request was let in with, while the request is answered. A
 * stream lives longer than the look at its credential; what is taken away must not go on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7009#section-2.1">RFC 7009, section 2.1</a>
 */
public final class CredentialCheck {
  /** How long a stream goes on at most whose end was announced to nobody. */
  static final Duration EVERY = Duration.ofSeconds(20);

  private static final Map<String, String> HEADERS =
      Map.of(
          "WWW-Authenticate",
          "Bearer error=\"invalid_token\", error_description=\"The credential was taken away\"");

  private static final String ATTRIBUTE = CredentialCheck.class.getName();

  /** Clocks may differ by a minute. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final CallerIdentity caller;
  private final Instant until;
  private final Supplier<Standing> check;

  /** What is known of a credential. */
  public enum Standing {
    /** Its sender would be let in again. */
    GOOD,
    /** Its sender would be refused. */
    ENDED,
    /** Nobody can tell now. */
    UNKNOWN
  }

  private CredentialCheck(CallerIdentity caller, Supplier<Standing> check) {
    this.caller = caller;
    this.until = caller.expiry().map(end -> end.plus(SKEW)).orElse(Instant.MAX);
    this.check = check;
  }

  /**
   * Says how it is found out whether the sender of a request would still be let in. Several who
   * must let it in say so one after the other. May be asked by any thread, and may wait for the
   * store.
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
   * Where the credential was taken away, ends the work that is done for its sender, and the
   * exchange.
   *
   * @param whose of whom there is a reason to look
   * @return false when nobody can tell now
   */
  boolean check(
      Predicate<CallerIdentity> whose,
      ResponseExchange exchange,
      ResponseExchange.Listener listener) {
    if (!whose.test(caller)) {
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
            .put("error_description", "The credential was taken away"));
  }
}
