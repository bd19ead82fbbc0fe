package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CompletionProvider;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.WireJson;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code completion/complete}: the values of an argument that start with the given prefix. */
record CompleteArgument(Optional<Prompt> prompt, Optional<ResourceTemplate> template)
    implements McpMethod {
  private static final int MOST = 100;

  static CompleteArgument of(FeatureCatalog catalog, JsonNode params) {
    JsonNode ref = params.path("ref");
    return switch (ref.path("type").asText()) {
      case "ref/prompt" ->
          new CompleteArgument(catalog.prompt(ref.path("name").asText()), Optional.empty());
      case "ref/resource" ->
          new CompleteArgument(Optional.empty(), catalog.template(ref.path("uri").asText()));
      default -> new CompleteArgument(Optional.empty(), Optional.empty());
    };
  }

  @Override
  public boolean isBlocking() {
    return prompt.filter(Prompt::isBlocking).isPresent()
        || template.filter(ResourceTemplate::isBlocking).isPresent();
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    JsonNode argument = params.path("argument");
    if (!argument.path("name").isTextual() || !argument.path("value").isTextual()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "\"argument\" must have the strings \"name\" and \"value\"");
    }
    Optional<? extends CompletionProvider> target = target(call.viewer());
    if (target.isEmpty()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS,
          "\"ref\" must name a prompt (ref/prompt) or a resource template (ref/resource)");
    }
    Map<String, String> known = new HashMap<>();
    params
        .path("context")
        .path("arguments")
        .properties()
        .forEach(field -> known.put(field.getKey(), field.getValue().asText()));
    String name = argument.get("name").textValue();
    return new RequestOutcome.Complete(
        result(
            target.get().completions(name, known).orElse(List.of()),
            argument.get("value").textValue()));
  }

  private Optional<? extends CompletionProvider> target(FeatureVisibility.Viewer viewer) {
    return prompt.isPresent()
        ? prompt.filter(known -> known.visibility().isVisibleTo(viewer))
        : template.filter(known -> known.visibility().isVisibleTo(viewer));
  }

  private static ObjectNode result(List<String> values, String typed) {
    String prefix = typed.toLowerCase(Locale.ROOT);
    List<String> matches =
        values.stream().filter(value -> value.toLowerCase(Locale.ROOT).startsWith(prefix)).toList();
    ObjectNode result = WireJson.object();
    ObjectNode completion = result.putObject("completion");
    matches.stream().limit(MOST).forEach(completion.putArray("values")::add);
    completion.put("total", matches.size()).put("hasMore", matches.size() > MOST);
    return result;
  }
}
