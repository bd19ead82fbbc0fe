package io.everythingmcp.server.protocol.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Resource;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import java.util.List;
import java.util.Optional;

/** {@code resources/read}: a fixed resource, or the first matching template. */
final class ReadResource implements McpMethod {
  private final FeatureCatalog catalog;
  private final String uri;
  private final Optional<Resource> resource;
  private List<FeatureCatalog.Match> matches;

  private ReadResource(FeatureCatalog catalog, String uri, Optional<Resource> resource) {
    this.catalog = catalog;
    this.uri = uri;
    this.resource = resource;
  }

  static ReadResource of(FeatureCatalog catalog, JsonNode params) {
    String uri = params.path("uri").asText();
    return new ReadResource(catalog, uri, catalog.resource(uri));
  }

  @Override
  public boolean isBlocking() {
    return resource.filter(Resource::isBlocking).isPresent()
        || matches().stream().anyMatch(match -> match.template().isBlocking());
  }

  /** Matches the templates once, and not before the request is authorized. */
  private List<FeatureCatalog.Match> matches() {
    if (matches == null) {
      matches = catalog.matches(uri);
    }
    return matches;
  }

  @Override
  public RequestOutcome handle(JsonNode params, RuntimeRequestContext call) {
    JsonNode given = params.path("uri");
    if (!given.isTextual()) {
      return RequestOutcome.failed(
          ErrorKind.INVALID_PARAMS, "\"uri\" must be a string: the resource to read");
    }
    Optional<Resource> fixed =
        resource.filter(known -> known.visibility().isVisibleTo(call.viewer()));
    if (fixed.isPresent()) {
      return fixed.get().read(call);
    }
    for (FeatureCatalog.Match match : matches()) {
      if (match.template().visibility().isVisibleTo(call.viewer())) {
        return match.template().read(uri, match.variables(), call);
      }
    }
    return RequestOutcome.resourceNotFound(uri);
  }
}
