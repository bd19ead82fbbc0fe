package io.everythingmcp.server.protocol.stateless.header;

import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.Tool;
import io.everythingmcp.server.change.CurrentCatalog;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks that request headers mirror the body, because intermediaries rely on them. */
public final class HeaderRules {
  private final CurrentCatalog catalog;
  private volatile Compiled compiled;

  public HeaderRules(CurrentCatalog catalog) {
    this.catalog = catalog;
    this.compiled = Compiled.of(catalog.current());
  }

  /**
   * Returns the error for headers that are missing or differ from the body; empty if they match,
   * and on transports without headers.
   */
  public Optional<RpcError> violation(IncomingMessage in, RpcMessage.Request request) {
    if (in.channel() != IncomingMessage.Channel.STREAMABLE_HTTP) {
      return Optional.empty();
    }
    return StandardHeaders.violation(in.headers(), request)
        .or(() -> arguments(in, request))
        .map(RpcError::headerMismatch);
  }

  private Optional<String> arguments(IncomingMessage in, RpcMessage.Request request) {
    if (!request.method().equals("tools/call")) {
      return Optional.empty();
    }
    String name = request.params().path("name").asText();
    FeatureVisibility.Viewer viewer = new FeatureVisibility.Viewer(in.caller(), false);
    FeatureCatalog now = catalog.current();
    Optional<Tool> tool = now.tool(name).filter(t -> t.visibility().isVisibleTo(viewer));
    return tool.isEmpty()
        ? Optional.empty()
        : headers(now, name).stream()
            .map(header -> header.violation(in.headers(), request.params().path("arguments")))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private List<ParamHeader> headers(FeatureCatalog now, String tool) {
    Compiled known = compiled;
    if (known.catalog != now) {
      known = Compiled.of(now);
      compiled = known;
    }
    return known.tools.getOrDefault(tool, List.of());
  }

  /** Compiled header rules of the tools of a catalog. */
  private record Compiled(FeatureCatalog catalog, Map<String, List<ParamHeader>> tools) {
    static Compiled of(FeatureCatalog catalog) {
      return new Compiled(
          catalog,
          catalog.tools().stream()
              .map(Tool::definition)
              .collect(
                  Collectors.toMap(
                      tool -> tool.name(),
                      tool -> ParamHeaderParser.of(tool.name(), tool.inputSchema()))));
    }
  }
}
