package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the caller who they are here. The token itself never reaches a tool. */
final class WhoAmITool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("whoAmI", Schemas.noArguments())
          .title("Who am I")
          .description("Returns who the server takes the caller to be, and what they may do")
          .outputSchema(
              Schemas.object()
                  .optional("issuer", Schemas.string("Who vouches for the subject"))
                  .optional("subject", Schemas.string("The user or service that calls"))
                  .optional("clientId", Schemas.string("The OAuth client that calls for them"))
                  .required(
                      "scopes",
                      Schemas.list("What they may do", Schemas.string("A scope").schema()))
                  .required("method", Schemas.string("How the caller was authenticated"))
                  .optional("tenant", Schemas.string("The tenant they belong to"))
                  .schema())
          .annotations(Hints.READS)
          .icons(Media.icon("\uD83D\uDC64"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    Caller caller = call.caller();
    Map<String, Object> who = new LinkedHashMap<>();
    caller.issuer().ifPresent(issuer -> who.put("issuer", issuer));
    caller.subject().ifPresent(subject -> who.put("subject", subject));
    caller.clientId().ifPresent(clientId -> who.put("clientId", clientId));
    who.put("scopes", caller.scopes().stream().sorted().toList());
    who.put("method", caller.method());
    caller.tenant().ifPresent(tenant -> who.put("tenant", tenant));
    return Contents.structured(who);
  }
}
