package io.everythingmcp.server.protocol.stateless.task;

import io.everythingmcp.api.ClientInfo;
import io.everythingmcp.server.wire.RpcError;
import java.util.Map;

/** The tasks extension and its declaration. */
public final class TaskExtension {
  /** Its name in the capabilities of both sides. */
  public static final String NAME = "io.modelcontextprotocol/tasks";

  private TaskExtension() {}

  /** Returns whether the client declares the extension in the current request. */
  static boolean declaredBy(ClientInfo client) {
    return client.capabilities().get("extensions") instanceof Map<?, ?> extensions
        && extensions.get(NAME) instanceof Map;
  }

  /** Creates the error for a client that must declare the extension. */
  static RpcError required(String what) {
    return RpcError.missingCapability(
        what + " requires the extension " + NAME + " in clientCapabilities",
        Map.of("extensions", Map.of(NAME, Map.of())));
  }
}
