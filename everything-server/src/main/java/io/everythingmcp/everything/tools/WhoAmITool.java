package io.everythingmcp.everything.tools;

import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Returns the identity of the caller. The token itself is never passed to a tool. */
final class WhoAmITool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("whoAmI", SchemaBuilder.noArguments())
          .title("Who am I")
          .description("Returns who the server takes the caller to be, and what they may do")
          .outputSchema(
              SchemaBuilder.object()
                  .optional("issuer", SchemaBuilder.string("Who vouches for the subject"))
                  .optional("subject", SchemaBuilder.string("The user or service that calls"))
                  .optional(
                      "clientId", SchemaBuilder.string("The OAuth client that calls for them"))
                  .required(
                      "scopes",
                      SchemaBuilder.array(
                          "What they may do", SchemaBuilder.string("A scope").schema()))
                  .required("method", SchemaBuilder.string("How the caller was authenticated"))
                  .optional("tenant", SchemaBuilder.string("The tenant they belong to"))
                  .schema())
          .annotations(ToolHints.READ_ONLY)
          .icons(SampleMedia.icon("\uD83D\uDC64"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    CallerIdentity caller = call.caller();
    Map<String, Object> who = new LinkedHashMap<>();
    caller.issuer().ifPresent(issuer -> who.put("issuer", issuer));
    caller.subject().ifPresent(subject -> who.put("subject", subject));
    caller.clientId().ifPresent(clientId -> who.put("clientId", clientId));
    who.put("scopes", caller.scopes().stream().sorted().toList());
    who.put("method", caller.method());
    caller.tenant().ifPresent(tenant -> who.put("tenant", tenant));
    return ContentBlocks.structured(who);
  }
}
