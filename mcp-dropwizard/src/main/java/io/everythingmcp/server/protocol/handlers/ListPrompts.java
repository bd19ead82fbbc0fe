package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.Prompt;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.wire.Json;
import java.util.List;

/** {@code prompts/list}. */
final class ListPrompts implements Method {

  private final LiveCatalog catalog;
  private final Lister<Prompt> lister;

  ListPrompts(LiveCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new Lister<>(
            "prompts/list",
            "prompts",
            pageSize,
            prompt -> prompt.definition().name(),
            prompt -> Json.tree(prompt.definition()));
  }

  @Override
  public RequestOutcome handle(JsonNode params, CallContext call) {
    FeatureCatalog now = catalog.current();
    return lister.page(now, now.prompts(), Prompt::visibility, call.viewer(), List.of(), params);
  }
}
