package io.everythingmcp.server.protocol.stateless.header;

import io.everythingmcp.server.protocol.RequestHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One header as it was sent.
 *
 * @param name its name
 * @param value its value without white space around it; null when it was not sent or cannot be used
 * @param problem why it cannot be used, or null
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Streamable
 *     HTTP, standard request headers and value encoding</a>
 */
record HeaderField(String name, String value, String problem) {
  private static final String PREFIX = "=?base64?";
  private static final String SUFFIX = "?=";
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");

  /** Parses a header with a plain value. */
  static HeaderField plain(RequestHeaders headers, String name) {
    List<String> values = headers.all(name).stream().map(HeaderField::trim).distinct().toList();
    if (values.isEmpty()) {
      return new HeaderField(name, null, null);
    }
    if (values.size() > 1) {
      return new HeaderField(name, null, "is sent more than once, with different values");
    }
    return values.get(0).chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))
        ? new HeaderField(name, values.get(0), null)
        : new HeaderField(
            name, null, "has characters that are neither printable ASCII nor encoded");
  }

  /** Parses a header whose value may be Base64-encoded between {@code =?base64?} and {@code ?=}. */
  static HeaderField encoded(RequestHeaders headers, String name) {
    HeaderField field = plain(headers, name);
    String value = field.value;
    boolean encoded =
        value != null
            && value.length() >= PREFIX.length() + SUFFIX.length()
            && value.startsWith(PREFIX)
            && value.endsWith(SUFFIX);
    if (!encoded) {
      return field;
    }
    String text = decode(value.substring(PREFIX.length(), value.length() - SUFFIX.length()));
    return text == null
        ? new HeaderField(name, null, "is marked as base64 and is not valid base64 of UTF-8 text")
        : new HeaderField(name, text, null);
  }

  private static String decode(String base64) {
    if (base64.length() % 4 != 0 || !BASE64.matcher(base64).matches()) {
      return null;
    }
    try {
      byte[] utf8 = Base64.getDecoder().decode(base64);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return null;
    }
  }

  /** Optional white space is spaces and tabs (RFC 9110, section 5.6.3). */
  private static String trim(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && blank(value.charAt(from))) {
      from++;
    }
    while (to > from && blank(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }
}
