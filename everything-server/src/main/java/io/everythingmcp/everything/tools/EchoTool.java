package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Returns its argument and the {@code _meta} of the request: the smallest tool. */
final class EchoTool implements Tool, InstantFeature {
  private static final String REQUEST_META = "io.everythingmcp/requestMeta";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "echo",
              SchemaBuilder.arguments()
                  .required("message", SchemaBuilder.string("Message to echo"))
                  .schema())
          .title("Echo")
          .description("Echoes back the input")
          .annotations(ToolHints.READ_ONLY)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    McpSchema.TextContent echo = ContentBlocks.text("Echo: " + call.stringArgument("message", ""));
    Map<String, Object> sent = own(call.meta());
    return new RequestOutcome.Complete(
        new McpSchema.CallToolResult(
            List.of(echo), false, null, sent.isEmpty() ? null : Map.of(REQUEST_META, sent)));
  }

  /** Returns the entries of the sender, without those that 2026-07-28 requires in each request. */
  private static Map<String, Object> own(Map<String, Object> meta) {
    Map<String, Object> own = new LinkedHashMap<>(meta);
    own.keySet().removeIf(name -> name.startsWith("io.modelcontextprotocol/"));
    return own;
  }
}
