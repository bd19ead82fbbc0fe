package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.api.ResourceTemplate;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;

/** {@code resources/list}: the fixed ones, then those that only this session has. */
final class ListResources implements McpMethod {
  private final CurrentCatalog catalog;
  private final ListPaginator<McpSchema.Resource> lister;

  ListResources(CurrentCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new ListPaginator<>(
            "resources/list", "resources", pageSize, McpSchema.Resource::uri, WireJson::tree);
  }

  /** A template may block to find its resources. */
  @Override
  public boolean isBlocking() {
    return catalog.current().templates().stream().anyMatch(ResourceTemplate::isBlocking);
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    FeatureCatalog now = catalog.current();
    List<McpSchema.Resource> all = now.resources().stream().map(Resource::definition).toList();
    List<McpSchema.Resource> own =
        now.templates().stream()
            .filter(template -> template.visibility().isVisibleTo(call.viewer()))
            .flatMap(template -> template.listed(call.storage()).stream())
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
