package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/** {@code prompts/list}. */
final class ListPrompts implements McpMethod {

  private final CurrentCatalog catalog;
  private final ListPaginator<Prompt> lister;

  ListPrompts(CurrentCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new ListPaginator<>(
            "prompts/list",
            "prompts",
            pageSize,
            prompt -> prompt.definition().name(),
            prompt -> WireJson.tree(prompt.definition()));
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    FeatureCatalog now = catalog.current();
    return lister.page(now, now.prompts(), Prompt::visibility, call.viewer(), List.of(), params);
  }
}
