package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.change.LiveCatalog;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Resource;
import io.everythingmcp.server.protocol.CallContext;
import java.util.Optional;

/** {@code resources/read}: a fixed resource, or the first template that knows the URI. */
final class ReadResource implements Method {
  private final LiveCatalog catalog;

  ReadResource(LiveCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public boolean waits(JsonNode params) {
    String uri = params.path("uri").asText();
    Catalog now = catalog.current();
    return now.resource(uri).filter(Resource::waits).isPresent()
        || now.matches(uri).stream().anyMatch(match -> match.template().waits());
  }

  @Override
  public Outcome handle(JsonNode params, CallContext call) {
    JsonNode given = params.path("uri");
    if (!given.isTextual()) {
      return Outcome.refused(
          Fault.INVALID_PARAMS, "\"uri\" must be a string: the resource to read");
    }
    String uri = given.textValue();
    Catalog now = catalog.current();
    Optional<Resource> fixed =
        now.resource(uri).filter(resource -> resource.visibility().visibleTo(call.viewer()));
    if (fixed.isPresent()) {
      return fixed.get().read(call);
    }
    for (Catalog.Match match : now.matches(uri)) {
      if (match.template().visibility().visibleTo(call.viewer())) {
        return match.template().read(uri, match.variables(), call);
      }
    }
    return Outcome.resourceNotFound(uri);
  }
}
