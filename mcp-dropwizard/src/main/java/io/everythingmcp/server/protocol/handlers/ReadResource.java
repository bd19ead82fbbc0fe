package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.server.change.CurrentCatalog;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import java.util.Optional;

/** {@code resources/read}: a fixed resource, or the first matching template. */
final class ReadResource implements McpMethod {
  private final CurrentCatalog catalog;

  ReadResource(CurrentCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public boolean waits(JsonNode params) {
    String uri = params.path("uri").asText();
    FeatureCatalog now = catalog.current();
    return now.resource(uri).filter(Resource::isBlocking).isPresent()
        || now.matches(uri).stream().anyMatch(match -> match.template().isBlocking());
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    JsonNode given = params.path("uri");
    if (!given.isTextual()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "\"uri\" must be a string: the resource to read");
    }
    String uri = given.textValue();
    FeatureCatalog now = catalog.current();
    Optional<Resource> fixed =
        now.resource(uri).filter(resource -> resource.visibility().isVisibleTo(call.viewer()));
    if (fixed.isPresent()) {
      return fixed.get().read(call);
    }
    for (FeatureCatalog.Match match : now.matches(uri)) {
      if (match.template().visibility().isVisibleTo(call.viewer())) {
        return match.template().read(uri, match.variables(), call);
      }
    }
    return RequestOutcome.resourceNotFound(uri);
  }
}
