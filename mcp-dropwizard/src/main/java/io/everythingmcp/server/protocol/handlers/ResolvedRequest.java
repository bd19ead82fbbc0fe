package io.everythingmcp.server.protocol.handlers;

import io.everythingmcp.server.catalog.ToolEntry;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Optional;

/**
 * A request with its method and the tool that it calls: looked up once, and read by authorization,
 * the comparison of headers, tasks, the choice of the thread and the call. A change of the catalog
 * does not affect it.
 *
 * @param request the request
 * @param method its method; null if it is not common to both eras
 */
public record ResolvedRequest(RpcMessage.Request request, McpMethod method) {

  /** Returns the tool of a {@code tools/call}; empty if it does not exist for the caller. */
  public Optional<ToolEntry> tool() {
    return method == null ? Optional.empty() : method.tool();
  }
}
