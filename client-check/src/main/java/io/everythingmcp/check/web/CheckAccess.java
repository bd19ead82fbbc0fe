package io.everythingmcp.check.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Access control for runs. If the base URI is a loopback address, Host and Origin must be those of
 * this server: otherwise a web page could start runs through a DNS name that resolves to the
 * loopback address. Otherwise the management token is required; browsers send it as the password of
 * Basic authentication.
 */
public final class CheckAccess {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final byte[] NOTHING = {};

  private final URI base;
  private final boolean local;
  private final byte[] token;

  /**
   * Access.
   *
   * @param baseUri the public URL of this server
   * @param token of the management interface; empty for none
   */
  public CheckAccess(String baseUri, String token) {
    this.base = URI.create(baseUri);
    this.local = LOOPBACK.contains(base.getHost().toLowerCase(Locale.ROOT));
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns whether access is granted; otherwise the error was sent. */
  boolean admit(WebCall call) {
    if (!named(call)) {
      call.problem(
          403, "forbidden", "Host or Origin is not allowed; set BASE_URI or ALLOWED_HOSTS");
      return false;
    }
    if (local || presented(call.header(HttpHeader.AUTHORIZATION))) {
      return true;
    }
    call.response().getHeaders().add("WWW-Authenticate", "Bearer realm=\"client check\"");
    call.response().getHeaders().add("WWW-Authenticate", "Basic realm=\"client check\"");
    call.problem(
        401,
        "unauthorized",
        token.length == 0
            ? "Runs need the bearer token of the management interface, and none is configured:"
                + " MANAGEMENT_TOKEN"
            : "Runs need the bearer token of the management interface (MANAGEMENT_TOKEN)");
    return false;
  }

  private boolean presented(String authorization) {
    String[] parts = authorization.strip().split(" +", 2);
    if (token.length == 0 || parts.length < 2) {
      return false;
    }
    return MessageDigest.isEqual(
        token,
        switch (parts[0].toLowerCase(Locale.ROOT)) {
          case "bearer" -> parts[1].getBytes(StandardCharsets.UTF_8);
          case "basic" -> password(parts[1]);
          default -> NOTHING;
        });
  }

  private static byte[] password(String basic) {
    try {
      String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return NOTHING;
    }
  }

  private boolean named(WebCall call) {
    String host = call.header(HttpHeader.HOST).toLowerCase(Locale.ROOT);
    String origin = call.header(HttpHeader.ORIGIN).toLowerCase(Locale.ROOT);
    boolean here = host.equals(authority(base)) || (local && LOOPBACK.contains(withoutPort(host)));
    boolean same = origin.isEmpty() || (origin.equals("null") && isRead(call)) || ours(origin);
    return (here || !local) && same;
  }

  private static boolean isRead(WebCall call) {
    return Set.of("GET", "HEAD").contains(call.method());
  }

  private boolean ours(String origin) {
    int scheme = origin.indexOf("://");
    String authority = scheme < 0 ? "" : origin.substring(scheme + 3);
    return authority.equals(authority(base))
        || (local && LOOPBACK.contains(withoutPort(authority)));
  }

  private static String authority(URI uri) {
    return uri.getRawAuthority().toLowerCase(Locale.ROOT);
  }

  private static String withoutPort(String authority) {
    return authority.replaceFirst(":[0-9]+$", "");
  }
}
