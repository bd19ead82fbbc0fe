package io.everythingmcp.server.protocol.stateless;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.change.Offers;
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

  static ObjectNode result(ServerIdentity identity, Offers offers) {
    ObjectNode result = Json.object();
    identity.revisions().forEach(result.putArray("supportedVersions")::add);
    ObjectNode capabilities = identity.capabilities(offers);
    if (offers.tasks()) {
      capabilities.withObjectProperty("extensions").putObject(TaskExtension.NAME);
    }
    result.set("capabilities", capabilities);
    result.putObject("_meta").set(Results.SERVER_INFO, identity.implementation());
    return identity.instruct(result);
  }
}
