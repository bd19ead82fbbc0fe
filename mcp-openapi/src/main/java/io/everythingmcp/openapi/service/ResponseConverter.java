package io.everythingmcp.openapi.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.openapi.document.ShortText;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Converts the response of the service to the result of one tool. */
public final class ResponseConverter {
  private static final int MOST_OF_AN_ERROR = 1_000;
  private static final List<String> HEADERS_OF_HEAD =
      List.of("Content-Type", "Content-Length", "ETag", "Last-Modified");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String tool;
  private final Optional<OutputValidator> output;

  /**
   * Creates a converter.
   *
   * @param tool name of the tool
   * @param output its output schema; empty without one
   */
  public ResponseConverter(String tool, Optional<OutputValidator> output) {
    this.tool = tool;
    this.output = output;
  }

  RequestOutcome convert(String method, ServiceResponse response) {
    if (!response.isSuccess()) {
      return RequestOutcome.toolError(error(response));
    }
    if (method.equals("HEAD")) {
      return RequestOutcome.text(headers(response));
    }
    if (response.body().length == 0) {
      return output.isPresent()
          ? RequestOutcome.toolError(
              "The service returned status " + response.status() + " without the documented JSON")
          : RequestOutcome.text("Status " + response.status() + ", no content");
    }
    if (response.isJson()) {
      return json(response);
    }
    if (output.isPresent()) {
      return RequestOutcome.toolError(
          "The service returned "
              + (response.mediaType().isEmpty() ? "no Content-Type" : response.mediaType())
              + " instead of the documented JSON: "
              + content(response));
    }
    return RequestOutcome.content(block(response));
  }

  private RequestOutcome json(ServiceResponse response) {
    String text = response.text();
    JsonNode value;
    try {
      value = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return RequestOutcome.toolError(
          "The service returned invalid JSON: " + ShortText.of(text, MOST_OF_AN_ERROR));
    }
    Optional<String> violations = output.flatMap(schema -> schema.violations(value));
    if (violations.isPresent()) {
      return RequestOutcome.toolError(
          "The service returned JSON that does not match its documented schema ("
              + violations.get()
              + "): "
              + text);
    }
    Object structured =
        value.isObject() || output.isPresent() ? JSON.convertValue(value, Object.class) : null;
    return new RequestOutcome.Complete(
        new McpSchema.CallToolResult(List.of(ContentBlocks.text(text)), false, structured, null));
  }

  private McpSchema.Content block(ServiceResponse response) {
    String type = response.mediaType();
    if (response.isText()) {
      return ContentBlocks.text(response.text());
    }
    String base64 = Base64.getEncoder().encodeToString(response.body());
    if (type.startsWith("image/")) {
      return new McpSchema.ImageContent(null, base64, type, null);
    }
    if (type.startsWith("audio/")) {
      return new McpSchema.AudioContent(null, base64, type, null);
    }
    return ContentBlocks.embedded(ContentBlocks.blobOf("openapi:" + tool, type, base64));
  }

  private static String headers(ServiceResponse response) {
    StringJoiner lines = new StringJoiner("\n").add("Status " + response.status());
    for (String header : HEADERS_OF_HEAD) {
      response.headers().firstValue(header).ifPresent(value -> lines.add(header + ": " + value));
    }
    return lines.toString();
  }

  private static String error(ServiceResponse response) {
    StringBuilder text =
        new StringBuilder("The service returned status ").append(response.status());
    if (response.status() == 401) {
      text.append(" (it does not accept the credentials of this server)");
    }
    response
        .headers()
        .firstValue("Retry-After")
        .ifPresent(value -> text.append(" (Retry-After: ").append(value).append(')'));
    String content = content(response);
    return content.isEmpty() ? text.toString() : text.append(": ").append(content).toString();
  }

  private static String content(ServiceResponse response) {
    if (response.body().length == 0) {
      return "";
    }
    return response.isText()
        ? ShortText.of(response.text().strip(), MOST_OF_AN_ERROR)
        : response.body().length + " bytes of " + response.mediaType();
  }
}
