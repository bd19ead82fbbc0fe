package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Prompt;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.wire.Json;
import java.util.List;

/** {@code prompts/list}. */
final class ListPrompts implements Method {
  private static final int PAGE = 1_000;
  private static final Lister<Prompt> LISTER =
      new Lister<>(
          "prompts/list",
          "prompts",
          PAGE,
          prompt -> prompt.definition().name(),
          prompt -> Json.tree(prompt.definition()));

  private final LiveCatalog catalog;

  ListPrompts(LiveCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Outcome handle(JsonNode params, CallContext call) {
    Catalog now = catalog.current();
    return LISTER.page(now, now.prompts(), Prompt::visibility, call.viewer(), List.of(), params);
  }
}
