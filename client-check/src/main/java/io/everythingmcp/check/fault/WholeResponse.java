package io.everythingmcp.check.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;

/** A response that is not a stream. */
public final class WholeResponse {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpFields.Mutable headers;
  private int status;
  private byte[] body;

  public WholeResponse(int status, HttpFields.Mutable headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** Returns a copy whose changes do not affect this response. */
  public WholeResponse copy() {
    return new WholeResponse(status, HttpFields.build(headers), body);
  }

  /** Replaces everything by that of another response. */
  public void become(WholeResponse other) {
    status = other.status;
    body = other.body;
    HttpFields fields = other.headers.asImmutable();
    headers.clear().add(fields);
  }

  public int status() {
    return status;
  }

  public void status(int other) {
    status = other;
  }

  public HttpFields.Mutable headers() {
    return headers;
  }

  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  public void body(String text) {
    body = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the body as JSON; a missing node for another body. */
  public JsonNode json() {
    try {
      return body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** Changes the body where it is a JSON object. */
  public void change(Consumer<ObjectNode> change) {
    if (json() instanceof ObjectNode object) {
      change.accept(object);
      try {
        body = JSON.writeValueAsBytes(object);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
