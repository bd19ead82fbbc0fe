package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.RenderedListCache;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.handlers.ListPage;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;

/**
 * Results in the format of 2026-07-28: each contains its result type and the server information,
 * and some contain cache hints.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     results</a>, and <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/caching">Caching</a>
 */
final class StatelessResultRenderer {
  /** Time for which a list may be cached without a subscription. */
  private static final Duration LIST = Duration.ofMinutes(1);

  /** What a server can do changes with its next start. */
  private static final Duration DISCOVERY = Duration.ofHours(1);

  static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  private final RenderedListCache lists = new RenderedListCache();
  private final ObjectNode server;

  StatelessResultRenderer(ServerImplementation identity) {
    this.server = identity.brief();
  }

  /** Marks a result as complete unless it has another result type; modifies the given tree. */
  ObjectNode complete(ObjectNode result) {
    return signed(result.has("resultType") ? result : result.put("resultType", "complete"));
  }

  /** Adds the server information to a result; modifies the given tree. */
  ObjectNode signed(ObjectNode result) {
    JsonNode meta = result.get("_meta");
    ObjectNode target = meta instanceof ObjectNode given ? given : result.putObject("_meta");
    target.putIfAbsent(SERVER_INFO, server);
    return result;
  }

  /** The result of a method as bytes. */
  byte[] bytes(String method, Object result) {
    return result instanceof ListPage listing
        ? lists.bytes(listing, ProtocolRevision.V2026_07_28, page -> listed(listing, page))
        : WireJson.bytes(complete(cacheable(method, WireJson.objectOf(result))));
  }

  /** Removes task support from tools: in this revision the server decides. */
  private ObjectNode listed(ListPage listing, ObjectNode page) {
    page.path("tools").forEach(tool -> ((ObjectNode) tool).remove("execution"));
    return complete(fresh(page, LIST, listing.sameForAllCallers()));
  }

  /** The cache lifetime and scope of resources are unknown. */
  private static ObjectNode cacheable(String method, ObjectNode result) {
    return switch (method) {
      case "resources/read" -> fresh(result, Duration.ZERO, false);
      case "server/discover" -> fresh(result, DISCOVERY, true);
      default -> result;
    };
  }

  private static ObjectNode fresh(ObjectNode result, Duration time, boolean sameForAllCallers) {
    return result
        .put("ttlMs", time.toMillis())
        .put("cacheScope", sameForAllCallers ? "public" : "private");
  }
}
