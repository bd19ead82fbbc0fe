package io.everythingmcp.server.transport.http;

import io.everythingmcp.server.feature.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;

/** Where authentication leaves the caller of a request, for the servlets behind it. */
public final class CallerSource {
  private static final String ATTRIBUTE = Caller.class.getName();
  private static final Caller NOBODY = Caller.anonymous("none");

  private static final Duration SKEW = Duration.ofSeconds(60);

  private CallerSource() {}

  /** Notes who sent a request. */
  public static void put(HttpServletRequest request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  /** Who sent a request; somebody unknown where no authentication is in front. */
  public static Caller of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : NOBODY;
  }

  /** Until when a stream that somebody opened may last: clocks may differ by a minute. */
  static Instant until(HttpServletRequest request) {
    return of(request).expiry().map(end -> end.plus(SKEW)).orElse(Instant.MAX);
  }
}
