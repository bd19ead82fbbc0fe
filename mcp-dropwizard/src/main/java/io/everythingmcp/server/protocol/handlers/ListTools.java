package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.catalog.ToolEntry;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.wire.WireJson;
import java.util.List;

/** {@code tools/list}. */
final class ListTools implements McpMethod {

  private final CurrentCatalog catalog;
  private final ListPaginator<ToolEntry> lister;

  ListTools(CurrentCatalog catalog, int pageSize) {
    this.catalog = catalog;
    this.lister =
        new ListPaginator<>("tools/list", "tools", pageSize, ToolEntry::name, ListTools::render);
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    CurrentCatalog.Snapshot now = catalog.snapshot();
    return lister.page(
        now.features(),
        List.copyOf(now.tools().values()),
        entry -> entry.tool().visibility(),
        call.viewer(),
        List.of(),
        params);
  }

  private static JsonNode render(ToolEntry tool) {
    ObjectNode json = WireJson.objectOf(tool.definition());
    if (tool.taskSupport() != TaskSupport.FORBIDDEN) {
      json.putObject("execution").put("taskSupport", tool.taskSupport().wireName());
    }
    return json;
  }
}
