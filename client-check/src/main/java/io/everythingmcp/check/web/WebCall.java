package io.everythingmcp.check.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.everythingmcp.check.run.RunStore;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

/** Request to the HTTP interface of the client check, and its response. */
record WebCall(Request request, Response response, Callback callback) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int LONGEST_BODY = 64 * 1024;
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  String method() {
    return request.getMethod();
  }

  String path() {
    return request.getHttpURI().getPath();
  }

  String header(HttpHeader name) {
    String value = request.getHeaders().get(name);
    return value == null ? "" : value;
  }

  /** Returns whether the client requests HTML. */
  boolean wantsPage() {
    return header(HttpHeader.ACCEPT).contains("text/html");
  }

  /** Whether the body is a form of a page. */
  boolean form() {
    return header(HttpHeader.CONTENT_TYPE).startsWith("application/x-www-form-urlencoded");
  }

  void json(int status, JsonNode body) {
    write(status, "application/json", bytes(body));
  }

  static byte[] bytes(JsonNode body) {
    try {
      return JSON.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode read(String text) {
    try {
      return text.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  void problem(int status, String error, String message) {
    json(status, JsonNodeFactory.instance.objectNode().put("error", error).put("message", message));
  }

  /** Returns 503: the store of the runs is not available. */
  void unavailable() {
    header("Retry-After", "1");
    problem(503, "store_unavailable", "The store of the runs is not available; retry later");
  }

  /** Refuses the method. */
  void allow(String methods) {
    response.getHeaders().put(HttpHeader.ALLOW, methods);
    problem(405, "method_not_allowed", "Method not allowed; supported: " + methods);
  }

  void page(int status, String html) {
    header("Content-Security-Policy", POLICY);
    write(status, "text/html;charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  /** Redirects a browser after a form. */
  void seeOther(String url) {
    header("Location", url);
    empty(303);
  }

  void empty(int status) {
    write(status, null, new byte[0]);
  }

  void header(String name, String value) {
    response.getHeaders().put(new HttpField(name, value));
  }

  void write(int status, String type, byte[] body) {
    common(status);
    if (type != null) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    }
    if (status != 204) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    }
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(body), callback);
  }

  /** What writes a long body. */
  interface BodyWriter {
    void write(OutputStream out) throws IOException;
  }

  /** Sends a body as it is written, on this thread. */
  void stream(String type, BodyWriter body) {
    common(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    if (request.getMethod().equals("HEAD")) {
      callback.succeeded();
      return;
    }
    try (OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response))) {
      body.write(out);
    } catch (IOException e) {
      callback.failed(e);
      return;
    }
    callback.succeeded();
  }

  /** The headers of every response: it is private, and not for the index of a search engine. */
  void common(int status) {
    response.setStatus(status);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    // With "no-referrer", browsers send "Origin: null" with the forms of these pages.
    headers.put("Referrer-Policy", "same-origin");
    headers.put("X-Robots-Tag", "noindex");
    if (!headers.contains(HttpHeader.CACHE_CONTROL)) {
      headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }
  }

  /** Reads the body, which is short. */
  void body(Consumer<String> reader) {
    if (request.getLength() > LONGEST_BODY) {
      tooLong();
      return;
    }
    Content.Source.asByteArrayAsync(
        request,
        LONGEST_BODY,
        Promise.Invocable.from(
            Invocable.InvocationType.BLOCKING,
            bytes -> {
              try {
                reader.accept(new String(bytes, StandardCharsets.UTF_8));
              } catch (RunStore.UnavailableException e) {
                unavailable();
              } catch (RuntimeException e) {
                Response.writeError(request, response, callback, e);
              }
            },
            failure -> tooLong()));
  }

  private void tooLong() {
    header("Connection", "close");
    problem(413, "content_too_large", "The body must have at most 65536 bytes");
  }
}
