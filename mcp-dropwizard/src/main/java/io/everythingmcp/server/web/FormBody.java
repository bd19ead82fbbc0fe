package io.everythingmcp.server.web;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A form of a few fields, in UTF-8 as browsers send it. JAX-RS would read a form of any length, and
 * fail on one that is badly written.
 */
final class FormBody {
  private static final int MOST = 8_192;

  private FormBody() {}

  /**
   * Reads the fields; of several with one name the first. Rejects bodies that are too long or not a
   * form.
   */
  static Map<String, String> read(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MOST + 1);
    if (body.length > MOST) {
      throw new ClientErrorException(
          "The form is longer than " + MOST + " bytes", Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    Map<String, String> fields = new HashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("The body is not a form", e);
    }
  }
}
