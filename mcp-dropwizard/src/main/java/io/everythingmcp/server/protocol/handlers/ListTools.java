package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.change.CurrentCatalog;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/** {@code tools/list}. */
final class ListTools implements McpMethod {

  private final CurrentCatalog catalog;
  private final ListPaginator<Tool> lister;

  ListTools(CurrentCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new ListPaginator<>(
            "tools/list", "tools", pageSize, tool -> tool.definition().name(), ListTools::render);
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    FeatureCatalog now = catalog.current();
    return lister.page(now, now.tools(), Tool::visibility, call.viewer(), List.of(), params);
  }

  private static JsonNode render(Tool tool) {
    ObjectNode json = WireJson.objectOf(tool.definition());
    if (tool.taskSupport() != TaskSupport.FORBIDDEN) {
      json.putObject("execution").put("taskSupport", tool.taskSupport().wireName());
    }
    return json;
  }
}
