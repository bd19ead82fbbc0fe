package io.everythingmcp.idp.http;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, independent of the transport.
 *
 * @param status the HTTP status
 * @param headers one value per name
 * @param body text, to be sent in UTF-8; empty for none
 * @param delay the time that the transport waits before it sends this: zero unless scripted
 */
public record IdpResponse(int status, Map<String, String> headers, String body, Duration delay) {
  public IdpResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** A page. */
  public static IdpResponse html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page);
  }

  /** A JSON document. */
  public static IdpResponse json(int status, String document) {
    return of(status, "application/json", document);
  }

  /** A response without a body. */
  public static IdpResponse empty(int status) {
    return new IdpResponse(status, Map.of(), "", Duration.ZERO);
  }

  /**
   * Redirects the browser, with GET.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4.12">RFC 9700, section 4.12</a>
   */
  public static IdpResponse seeOther(URI target) {
    return empty(303).with("Location", target.toString());
  }

  private static IdpResponse of(int status, String type, String body) {
    return new IdpResponse(status, Map.of("Content-Type", type), body, Duration.ZERO);
  }

  /** Returns a copy with a header added or replaced. */
  public IdpResponse with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new IdpResponse(status, more, body, delay);
  }

  /** Returns a copy with a delay. */
  public IdpResponse after(Duration wait) {
    return new IdpResponse(status, headers, body, wait);
  }
}
