package io.everythingmcp.idp.http;

import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request, independent of the transport.
 *
 * @param method the HTTP method
 * @param path the path below the issuer: {@code /authorize}
 * @param query the parameters of the query
 * @param form the fields of a form in the body; empty for other bodies
 * @param headers by name, which is compared without regard to case
 * @param body the body as text
 */
public record IdpRequest(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> form,
    Map<String, String> headers,
    String body) {
  /** Maximum size of a body in bytes; a transport returns 413 for a longer one. */
  public static final int LONGEST_BODY = 64 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  public IdpRequest {
    query = Map.copyOf(query);
    form = Map.copyOf(form);
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = Collections.unmodifiableMap(sorted);
  }

  /**
   * Creates a request from the values of a transport.
   *
   * @param rawQuery as it was sent, encoded; may be null
   * @param body in UTF-8, decoded; may be null
   */
  public static IdpRequest of(
      String method, String path, String rawQuery, Map<String, String> headers, String body) {
    String text = body == null ? "" : body;
    boolean isForm =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
            .anyMatch(header -> header.getValue().toLowerCase(Locale.ROOT).startsWith(FORM));
    return new IdpRequest(
        method,
        path,
        URLUtils.parseParameters(rawQuery == null ? "" : rawQuery),
        isForm ? URLUtils.parseParameters(text) : Map.of(),
        headers,
        text);
  }

  /** One header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** One cookie. */
  public Optional<String> cookie(String name) {
    return header("Cookie").stream()
        .flatMap(all -> Arrays.stream(all.split(";", -1)))
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .findFirst();
  }
}
