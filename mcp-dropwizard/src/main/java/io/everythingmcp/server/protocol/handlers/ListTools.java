package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.wire.Json;
import java.util.List;

/** {@code tools/list}. */
final class ListTools implements Method {

  private final LiveCatalog catalog;
  private final Lister<Tool> lister;

  ListTools(LiveCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new Lister<>(
            "tools/list", "tools", pageSize, tool -> tool.definition().name(), ListTools::render);
  }

  @Override
  public RequestOutcome handle(JsonNode params, CallContext call) {
    FeatureCatalog now = catalog.current();
    return lister.page(now, now.tools(), Tool::visibility, call.viewer(), List.of(), params);
  }

  private static JsonNode render(Tool tool) {
    ObjectNode json = Json.objectOf(tool.definition());
    if (tool.taskSupport() != TaskSupport.FORBIDDEN) {
      json.putObject("execution").put("taskSupport", tool.taskSupport().word());
    }
    return json;
  }
}
