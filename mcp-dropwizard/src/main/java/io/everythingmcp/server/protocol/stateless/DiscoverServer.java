package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.catalog.DeclaredFeatures;
import io.everythingmcp.server.protocol.ServerImplementation;
import io.everythingmcp.server.protocol.stateless.task.TaskExtension;
import io.everythingmcp.server.wire.WireJson;

/**
 * Result of {@code server/discover}.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/discover">Discovery</a>
 */
final class DiscoverServer {
  private DiscoverServer() {}

  static ObjectNode result(ServerImplementation identity, DeclaredFeatures features) {
    ObjectNode result = WireJson.object();
    identity.revisions().forEach(result.putArray("supportedVersions")::add);
    ObjectNode capabilities = identity.capabilities(features);
    withoutNulls(capabilities);
    if (features.tasks()) {
      capabilities.withObjectProperty("extensions").putObject(TaskExtension.NAME);
    }
    result.set("capabilities", capabilities);
    result.putObject("_meta").set(StatelessResultRenderer.SERVER_INFO, identity.implementation());
    return identity.instruct(result);
  }

  /** Removes extensions that this revision cannot declare: its {@code JSONValue} has no null. */
  private static void withoutNulls(ObjectNode capabilities) {
    if (capabilities.get("extensions") instanceof ObjectNode extensions) {
      extensions.properties().removeIf(extension -> containsNull(extension.getValue()));
      if (extensions.isEmpty()) {
        capabilities.remove("extensions");
      }
    }
  }

  private static boolean containsNull(JsonNode value) {
    return value.isNull() || value.valueStream().anyMatch(DiscoverServer::containsNull);
  }
}
