package io.everythingmcp.everything.resources;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.support.ContentBlocks;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The static resources again, as a family named by their number. */
final class StaticTemplate implements ResourceTemplate, InstantFeature {
  private static final List<String> IDS =
      IntStream.rangeClosed(1, StaticResource.COUNT).mapToObj(Integer::toString).toList();

  private final McpSchema.ResourceTemplate definition =
      McpSchema.ResourceTemplate.builder(StaticResource.PREFIX + "{id}", "Static Resource")
          .title("Static resource by number")
          .description("A static resource with a numeric ID")
          .build();

  @Override
  public McpSchema.ResourceTemplate definition() {
    return definition;
  }

  @Override
  public RequestOutcome read(String uri, Map<String, String> variables, RequestContext call) {
    String id = variables.get("id");
    return IDS.contains(id)
        ? new StaticResource(Integer.parseInt(id)).read(call)
        : ContentBlocks.resourceNotFound(uri);
  }

  @Override
  public Optional<List<String>> completions(String argument, Map<String, String> context) {
    return argument.equals("id") ? Optional.of(IDS) : Optional.empty();
  }
}
