package com.acme;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/** Tool that requires a scope, or the default one if it is null. */
record AcmeTool(McpSchema.Tool definition, String needed) implements Tool {
  AcmeTool(String name, String needed) {
    this(McpSchema.Tool.builder(name, Map.of("type", "object")).build(), needed);
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return RequestOutcome.text(definition.name() + " done");
  }

  @Override
  public String scopeDescription() {
    return "acme:refund".equals(needed) ? "Give money back to customers" : "";
  }

  @Override
  public String requiredScope() {
    return needed == null ? Tool.super.requiredScope() : needed;
  }
}
