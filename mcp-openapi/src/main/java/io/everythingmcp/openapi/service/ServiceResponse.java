package io.everythingmcp.openapi.service;

import java.net.http.HttpHeaders;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Response of the service. */
final class ServiceResponse {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);

  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  ServiceResponse(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  int status() {
    return status;
  }

  HttpHeaders headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The media type without parameters, in lower case; empty without Content-Type. */
  String mediaType() {
    String type = headers.firstValue("Content-Type").orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean isJson() {
    return JsonMediaTypes.matches(mediaType());
  }

  boolean isText() {
    String type = mediaType();
    return type.startsWith("text/")
        || type.isEmpty()
        || type.endsWith("+xml")
        || type.endsWith("/xml")
        || type.endsWith("yaml")
        || type.equals("application/x-ndjson")
        || type.equals("application/javascript")
        || type.equals("application/x-www-form-urlencoded")
        || isJson();
  }

  String text() {
    Matcher charset = CHARSET.matcher(headers.firstValue("Content-Type").orElse(""));
    return new String(body, charset.find() ? charset(charset.group(1)) : StandardCharsets.UTF_8);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
