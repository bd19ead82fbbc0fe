package io.everythingmcp.everything.resources;

import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.api.support.ContentBlocks;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/**
 * Resources created by a tool. They are stored in the scope of the call, so no other caller can
 * list or read them.
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
  public RequestOutcome read(String uri, Map<String, String> variables, RequestContext call) {
    return SessionResource.find(call.storage(), variables.getOrDefault("name", ""))
        .map(
            made ->
                ContentBlocks.resourceContents(
                    ContentBlocks.textOf(uri, "text/plain", made.text())))
        .orElseGet(() -> ContentBlocks.resourceNotFound(uri));
  }

  @Override
  public List<McpSchema.Resource> listed(FeatureStorage scope) {
    return SessionResource.listed(scope).stream().map(SessionResource::definition).toList();
  }
}
