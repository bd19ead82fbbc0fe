package io.everythingmcp.conformance.clients;

import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageRequest;
import io.modelcontextprotocol.spec.McpSchema.CreateMessageResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ElicitUrlRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** User and model of the client, which accept every request. */
final class AcceptingUser {
  private volatile CreateMessageRequest sampled;
  private volatile ElicitFormRequest form;
  private volatile ElicitUrlRequest page;

  CreateMessageResult sample(CreateMessageRequest request) {
    sampled = request;
    return CreateMessageResult.builder(McpSchema.Role.ASSISTANT, "Paris", "test-model")
        .stopReason(CreateMessageResult.StopReason.END_TURN)
        .build();
  }

  /** Fills in the defaults of the form, and values for required fields without a default. */
  ElicitResult fillIn(ElicitFormRequest request) {
    form = request;
    Map<String, Object> content = new LinkedHashMap<>();
    List<?> required = (List<?>) request.requestedSchema().getOrDefault("required", List.of());
    properties(request)
        .forEach(
            (name, field) -> {
              if (field.containsKey("default")) {
                content.put(name, field.get("default"));
              } else if (required.contains(name)) {
                content.put(name, name.equals("name") ? "Ada" : "green");
              }
            });
    return ElicitResult.builder(ElicitResult.Action.ACCEPT).content(content).build();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Map<String, Object>> properties(ElicitFormRequest request) {
    return (Map<String, Map<String, Object>>) request.requestedSchema().get("properties");
  }

  ElicitResult openPage(ElicitUrlRequest request) {
    page = request;
    return ElicitResult.builder(ElicitResult.Action.ACCEPT).build();
  }

  CreateMessageRequest sampled() {
    return sampled;
  }

  /** Returns the fields of the last form, by name. */
  Map<String, Map<String, Object>> formFields() {
    return properties(form);
  }

  ElicitUrlRequest page() {
    return page;
  }
}
