package io.everythingmcp.server.authserver.consent;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.everythingmcp.server.authserver.endpoint.RandomSecrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Cookies of this server: random values. With https they are bound to the host and sent over https
 * only.
 *
 * @see <a
 *     href="https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes">Cookie
 *     prefixes</a>
 */
final class HostCookies {
  private final boolean https;

  HostCookies(boolean https) {
    this.https = https;
  }

  /** All headers with cookies. */
  static List<String> of(HTTPRequest request) {
    List<String> headers = request.getHeaderValues("Cookie");
    return headers == null ? List.of() : headers;
  }

  /** One cookie; only what this server may have set itself. */
  Optional<String> get(List<String> headers, String name) {
    return headers.stream()
        .flatMap(header -> Arrays.stream(header.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.startsWith(prefixedName(name) + "="))
        .map(pair -> pair.substring(prefixedName(name).length() + 1))
        .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
        .findFirst();
  }

  /** Sets a cookie. */
  void set(HTTPResponse response, String name, String value, Duration life) {
    List<String> all = new ArrayList<>();
    if (response.getHeaderValues("Set-Cookie") != null) {
      all.addAll(response.getHeaderValues("Set-Cookie"));
    }
    all.add(
        prefixedName(name)
            + "="
            + value
            + "; Path=/; Max-Age="
            + life.toSeconds()
            + "; HttpOnly; SameSite=Lax"
            + (https ? "; Secure" : ""));
    response.setHeader("Set-Cookie", all.toArray(String[]::new));
  }

  private String prefixedName(String name) {
    return https ? "__Host-" + name : name;
  }

  /** Returns the anti-forgery token of a form, derived from the cookie of the browser. */
  static String ticket(String browser, String subject) {
    return RandomSecrets.digest(browser + " " + subject);
  }
}
