package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** {@code prompts/get}. */
record GetPrompt(Optional<Prompt> prompt, Optional<McpSchema.Prompt> definition)
    implements McpMethod {

  static GetPrompt of(FeatureCatalog catalog, JsonNode params) {
    String name = params.path("name").asText();
    return new GetPrompt(catalog.prompt(name), catalog.promptDefinition(name));
  }

  @Override
  public boolean isBlocking() {
    return prompt.filter(Prompt::isBlocking).isPresent();
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    JsonNode name = params.path("name");
    if (!name.isTextual()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "\"name\" must be a string: the prompt to get");
    }
    if (prompt.filter(p -> p.visibility().isVisibleTo(call.viewer())).isEmpty()) {
      return RequestOutcome.failed(ErrorKind.NOT_FOUND, "Unknown prompt: " + name.textValue());
    }
    JsonNode arguments =
        params.hasNonNull("arguments") ? params.get("arguments") : WireJson.object();
    if (!strings(arguments)) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "\"arguments\" must be an object of strings");
    }
    Optional<String> missing = missing(definition.orElseThrow(), arguments);
    if (missing.isPresent()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "Missing required argument of prompt " + name.textValue() + ": " + missing.get());
    }
    return prompt.get().get(call.with(WireJson.map(arguments)));
  }

  private static boolean strings(JsonNode arguments) {
    if (!arguments.isObject()) {
      return false;
    }
    for (Iterator<JsonNode> values = arguments.elements(); values.hasNext(); ) {
      if (!values.next().isTextual()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> missing(McpSchema.Prompt prompt, JsonNode arguments) {
    List<McpSchema.PromptArgument> declared =
        prompt.arguments() == null ? List.of() : prompt.arguments();
    return declared.stream()
        .filter(
            argument -> Boolean.TRUE.equals(argument.required()) && !arguments.has(argument.name()))
        .map(McpSchema.PromptArgument::name)
        .findFirst();
  }
}
