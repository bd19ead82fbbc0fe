package io.everythingmcp.server.feature.resources;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.ResourceTemplate;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.trait.InstantFeature;
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
  public Outcome read(String uri, Map<String, String> variables, Call call) {
    String id = variables.get("id");
    return IDS.contains(id)
        ? new StaticResource(Integer.parseInt(id)).read(call)
        : Contents.notFound(uri);
  }

  @Override
  public Optional<List<String>> values(String argument, Map<String, String> context) {
    return argument.equals("id") ? Optional.of(IDS) : Optional.empty();
  }
}
