package io.everythingmcp.server.feature.resources;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.ResourceTemplate;
import io.everythingmcp.server.feature.Scope;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/**
 * Resources that a tool made. They are in the scope of the call, so nobody else can see or read
 * them.
 */
final class SessionTemplate implements ResourceTemplate, InstantFeature {
  private final McpSchema.ResourceTemplate definition =
      McpSchema.ResourceTemplate.builder(SessionResource.URI + "{name}", "Session Resource")
          .title("What createSessionResource made")
          .description("A resource that only the session or caller who made it can read")
          .mimeType("text/plain")
          .build();

  @Override
  public McpSchema.ResourceTemplate definition() {
    return definition;
  }

  @Override
  public Outcome read(String uri, Map<String, String> variables, Call call) {
    return SessionResource.find(call.scope(), variables.getOrDefault("name", ""))
        .map(made -> Contents.read(Contents.textOf(uri, "text/plain", made.text())))
        .orElseGet(() -> Contents.notFound(uri));
  }

  @Override
  public List<McpSchema.Resource> listed(Scope scope) {
    return SessionResource.listed(scope).stream().map(SessionResource::definition).toList();
  }
}
