package io.everythingmcp.server.protocol.stateless.task;

import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.server.wire.RpcError;
import java.util.Map;

/** The extension, and who declares it. */
public final class TaskExtension {
  /** Its name in the capabilities of both sides. */
  public static final String NAME = "io.modelcontextprotocol/tasks";

  private TaskExtension() {}

  /** Whether a client declares it, on the request at hand. */
  static boolean declaredBy(ClientInfo client) {
    return client.capabilities().get("extensions") instanceof Map<?, ?> extensions
        && extensions.get(NAME) instanceof Map;
  }

  /** What a client is told that does not declare it and would have to. */
  static RpcError required(String what) {
    return RpcError.missingCapability(
        what + " needs the extension " + NAME + " among the request's clientCapabilities",
        Map.of("extensions", Map.of(NAME, Map.of())));
  }
}
