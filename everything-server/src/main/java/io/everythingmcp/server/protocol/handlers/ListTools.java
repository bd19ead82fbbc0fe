package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.TaskSupport;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.wire.Json;
import java.util.List;

/** {@code tools/list}. */
final class ListTools implements Method {
  private static final int PAGE = 1_000;
  private static final Lister<Tool> LISTER =
      new Lister<>(
          "tools/list", "tools", PAGE, tool -> tool.definition().name(), ListTools::render);

  private final LiveCatalog catalog;

  ListTools(LiveCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Outcome handle(JsonNode params, CallContext call) {
    Catalog now = catalog.current();
    return LISTER.page(now, now.tools(), Tool::visibility, call.viewer(), List.of(), params);
  }

  private static JsonNode render(Tool tool) {
    ObjectNode json = Json.objectOf(tool.definition());
    if (tool.taskSupport() != TaskSupport.FORBIDDEN) {
      json.putObject("execution").put("taskSupport", tool.taskSupport().word());
    }
    return json;
  }
}
