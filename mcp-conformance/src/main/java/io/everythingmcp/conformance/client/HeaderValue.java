package io.everythingmcp.conformance.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Texts as values of headers of 2026-07-28.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#value-encoding">Value
 *     encoding</a>
 */
public final class HeaderValue {
  private HeaderValue() {}

  /** As it is where that is possible, else encoded. */
  public static String of(String text) {
    boolean plain =
        text.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)
            && text.equals(text.strip())
            && !text.startsWith("=?base64?");
    return plain ? text : encoded(text);
  }

  /** Encoded in any case. */
  public static String encoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return "=?base64?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }
}
