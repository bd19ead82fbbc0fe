package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what it was told, the request's {@code _meta} included: the least a tool can be. */
final class EchoTool implements Tool, InstantFeature {
  private static final String REQUEST_META = "io.everythingmcp/requestMeta";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "echo",
              Schemas.arguments().required("message", Schemas.string("Message to echo")).schema())
          .title("Echo")
          .description("Echoes back the input")
          .annotations(Hints.READS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    McpSchema.TextContent echo = Contents.text("Echo: " + call.string("message", ""));
    Map<String, Object> sent = own(call.meta());
    return new Outcome.Complete(
        new McpSchema.CallToolResult(
            List.of(echo), false, null, sent.isEmpty() ? null : Map.of(REQUEST_META, sent)));
  }

  /** What the sender put there, without what each request of the newest revision has. */
  private static Map<String, Object> own(Map<String, Object> meta) {
    Map<String, Object> own = new LinkedHashMap<>(meta);
    own.keySet().removeIf(name -> name.startsWith("io.modelcontextprotocol/"));
    return own;
  }
}
