package io.everythingmcp.openapi;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.function.Function;

/** Tool that calls an operation of the service; it blocks, so it runs on a worker thread. */
record OperationTool(
    McpSchema.Tool definition,
    String requiredScope,
    Function<RequestContext, RequestOutcome> operation)
    implements Tool {

  @Override
  public RequestOutcome call(RequestContext call) {
    return operation.apply(call);
  }
}
