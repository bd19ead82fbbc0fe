package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.wire.Json;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/** {@code resources/list}: the fixed ones, then those that only this session has. */
final class ListResources implements Method {
  private final LiveCatalog catalog;
  private final Lister<McpSchema.Resource> lister;

  ListResources(LiveCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new Lister<>("resources/list", "resources", pageSize, McpSchema.Resource::uri, Json::tree);
  }

  /** A template may look for what it lists. */
  @Override
  public boolean waits(JsonNode params) {
    return catalog.current().templates().stream().anyMatch(ResourceTemplate::waits);
  }

  @Override
  public RequestOutcome handle(JsonNode params, CallContext call) {
    FeatureCatalog now = catalog.current();
    List<McpSchema.Resource> all = now.resources().stream().map(Resource::definition).toList();
    List<McpSchema.Resource> own =
        now.templates().stream()
            .filter(template -> template.visibility().visibleTo(call.viewer()))
            .flatMap(template -> template.listed(call.scope()).stream())
            .toList();
    return lister.page(
        now,
        all,
        entry -> now.resource(entry.uri()).orElseThrow().visibility(),
        call.viewer(),
        own,
        params);
  }
}
