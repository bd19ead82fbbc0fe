package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.protocol.ServerIdentity;
import io.everythingmcp.server.protocol.stateless.task.TaskExtension;
import io.everythingmcp.server.wire.Json;

/**
 * What {@code server/discover} answers.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/discover">Discovery</a>
 */
final class Discover {
  private Discover() {}

  static ObjectNode result(ServerIdentity identity) {
    ObjectNode result = Json.object();
    identity.revisions().forEach(result.putArray("supportedVersions")::add);
    ObjectNode capabilities = result.putObject("capabilities");
    capabilities.putObject("tools").put("listChanged", true);
    capabilities.putObject("prompts").put("listChanged", true);
    capabilities.putObject("resources").put("subscribe", true).put("listChanged", true);
    capabilities.putObject("completions");
    capabilities.putObject("logging");
    capabilities.putObject("extensions").putObject(TaskExtension.NAME);
    result.putObject("_meta").set(Results.SERVER_INFO, identity.implementation());
    return identity.instruct(result);
  }
}
