package io.everythingmcp.conformance.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Response. The body is read on demand, as a whole or as a stream. */
public final class RawResponse {
  private final HttpResponse<InputStream> response;
  private final CapturedExchange exchange;
  private final Duration timeout;
  private String text;
  private SseStream events;

  RawResponse(HttpResponse<InputStream> response, CapturedExchange exchange, Duration timeout) {
    this.response = response;
    this.exchange = exchange;
    this.timeout = timeout;
  }

  public int status() {
    return response.statusCode();
  }

  /** A header, or null. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse(null);
  }

  /** All headers of a name. */
  public List<String> headers(String name) {
    return response.headers().allValues(name);
  }

  /** Returns the media type without its parameters; empty without one. */
  public String type() {
    String type = header("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  public boolean isStream() {
    return type().equals("text/event-stream");
  }

  /** The whole body. */
  public String text() {
    if (text == null) {
      try (InputStream in = response.body()) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        exchange.body(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text;
  }

  /** The whole body as JSON. */
  public JsonNode json() {
    return JsonTrees.read(text());
  }

  /** The body as a stream of events; anything else fails the test. */
  public SseStream events() {
    if (events == null) {
      if (status() != 200 || !isStream()) {
        throw new AssertionError("Not a stream: " + this);
      }
      events = new SseStream(response.body(), timeout, exchange::event);
    }
    return events;
  }

  /** The last message: the body, or what a stream ends with. */
  public JsonNode reply() {
    return isStream()
        ? events().message(message -> message.has("result") || message.has("error"))
        : json();
  }

  @Override
  public String toString() {
    return status()
        + " "
        + (header("Content-Type") == null ? "without type" : header("Content-Type"))
        + (isStream() && status() == 200 ? "" : " " + text());
  }
}
