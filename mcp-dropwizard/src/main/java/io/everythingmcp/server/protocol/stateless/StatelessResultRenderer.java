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
 * Results as clients of 2026-07-28 see them: each says that it is complete and who made it, and
 * some say how long and for whom they are good.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic">Base protocol,
 *     results</a>, and <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/utilities/caching">Caching</a>
 */
final class StatelessResultRenderer {
  /** A list may be kept this long by those who do not listen to its changes. */
  private static final Duration LIST = Duration.ofMinutes(1);

  /** What a server can do changes with its next start. */
  private static final Duration DISCOVERY = Duration.ofHours(1);

  static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";

  private final RenderedListCache lists = new RenderedListCache();
  private final ObjectNode server;

  StatelessResultRenderer(ServerImplementation identity) {
    this.server = identity.brief();
  }

  /**
   * A result that is the end of its request, unless it says what else it is; the given tree is
   * changed.
   */
  ObjectNode complete(ObjectNode result) {
    return signed(result.has("resultType") ? result : result.put("resultType", "complete"));
  }

  /** A result that says who made it, as briefly as may be; the given tree is changed. */
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

  /** Whether a tool may be a task is not said here: the server decides. */
  private ObjectNode listed(ListPage listing, ObjectNode page) {
    page.path("tools").forEach(tool -> ((ObjectNode) tool).remove("execution"));
    return complete(fresh(page, LIST, listing.everybody()));
  }

  /** Nothing is known about how long the content of a resource is good, or for whom. */
  private static ObjectNode cacheable(String method, ObjectNode result) {
    return switch (method) {
      case "resources/read" -> fresh(result, Duration.ZERO, false);
      case "server/discover" -> fresh(result, DISCOVERY, true);
      default -> result;
    };
  }

  private static ObjectNode fresh(ObjectNode result, Duration time, boolean everybody) {
    return result.put("ttlMs", time.toMillis()).put("cacheScope", everybody ? "public" : "private");
  }
}
