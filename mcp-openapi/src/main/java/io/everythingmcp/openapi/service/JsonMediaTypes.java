package io.everythingmcp.openapi.service;

import java.util.Locale;

/** Media types whose content is JSON. */
public final class JsonMediaTypes {
  private JsonMediaTypes() {}

  /** Whether a media type, with or without parameters, is JSON (RFC 6839, section 3.1). */
  public static boolean matches(String mediaType) {
    String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
  }
}
