package io.everythingmcp.openapi.request;

import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of values.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2">RFC 3986, section 2</a>
 */
final class PercentEncoding {
  private static final String UNRESERVED = "-._~";

  /** Reserved characters that do not end a value in a query. */
  private static final String ALLOWED_IN_QUERY = ":/?@!$'()*,;";

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private PercentEncoding() {}

  /** Encodes all but unreserved characters. */
  static String of(String value) {
    return encode(value, UNRESERVED);
  }

  /** Encodes a value of the query whose parameter has {@code allowReserved}. */
  static String withReserved(String value) {
    return encode(value, UNRESERVED + ALLOWED_IN_QUERY);
  }

  private static String encode(String value, String kept) {
    StringBuilder encoded = new StringBuilder(value.length() + 16);
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (octet & 0xFF);
      if ((character >= 'a' && character <= 'z')
          || (character >= 'A' && character <= 'Z')
          || (character >= '0' && character <= '9')
          || kept.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append('%').append(HEX[character >> 4]).append(HEX[character & 15]);
      }
    }
    return encoded.toString();
  }
}
