package io.everythingmcp.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.everythingmcp.api.Tool;
import io.everythingmcp.testing.RecordingCall;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/** Documents with one operation, and calls of its tool. */
final class OperationDocuments {
  static final ObjectMapper JSON = new ObjectMapper();

  private OperationDocuments() {}

  /** A document in flow style whose only operation is {@code GET path}. */
  static String get(String version, String path, String members) {
    return """
    {"openapi": "%s", "info": {"title": "Test", "version": "1"},
     "paths": {"%s": {"get": {"operationId": "read",
       "responses": {"200": {"description": "ok"}}%s}}}}
    """
        .formatted(version, path, members.isEmpty() ? "" : ", " + members);
  }

  static OpenApiTools imported(String document, URI service) {
    return OpenApiTools.from(document).baseUrl(service).allMethods().build();
  }

  static Tool tool(String document, URI service) {
    return imported(document, service).tools().get(0);
  }

  static McpSchema.CallToolResult call(Tool tool, Map<String, Object> arguments) {
    return (McpSchema.CallToolResult)
        ((io.everythingmcp.api.RequestOutcome.Complete) tool.call(RecordingCall.with(arguments)))
            .result();
  }

  static String text(McpSchema.CallToolResult result) {
    return ((McpSchema.TextContent) result.content().get(0)).text();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(String json) {
    try {
      return JSON.readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  static JsonNode tree(Object value) {
    try {
      return JSON.readTree(value instanceof String text ? text : JSON.writeValueAsString(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path resource(String name) {
    try {
      return Path.of(OperationDocuments.class.getResource("/openapi/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
