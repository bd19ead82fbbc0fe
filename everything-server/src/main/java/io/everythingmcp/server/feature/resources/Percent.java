package io.everythingmcp.server.feature.resources;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding as in RFC 3986, section 2.1. The JDK's decoder is the one for forms, which turns
 * a plus into a space.
 */
final class Percent {
  private Percent() {}

  /** The text that was encoded; what is not a valid escape stays as it is. */
  static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    byte[] text = encoded.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length; i++) {
      int high = text[i] == '%' && i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text[i + 2], 16);
      if (low < 0) {
        bytes.write(text[i]);
      } else {
        bytes.write(high << 4 | low);
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
