package io.everythingmcp.everything.tools;

import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.SessionNotifier;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;

/** Sends resources/updated notifications to this session until it is called again. */
final class ToggleUpdatesTool implements Tool, InstantFeature {
  private static final String NAME = "toggleResourceUpdates";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(NAME, SchemaBuilder.noArguments())
          .title("Toggle resource updates")
          .description("Toggles simulated resource subscription updates on or off.")
          .annotations(ToolHints.ADDITIVE)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public FeatureVisibility visibility() {
    return FeatureVisibility.STATEFUL_ONLY;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    if (!call.sessionNotifier()
        .toggleSchedule(NAME, Duration.ofSeconds(5), ToggleUpdatesTool::update)) {
      return RequestOutcome.text("Stopped simulated resource updates for this session");
    }
    update(call.sessionNotifier());
    return RequestOutcome.text(
        "Started simulated resource updated notifications for this session at a 5 second pace."
            + " Client will receive updates for any resources that it is subscribed to.");
  }

  private static void update(SessionNotifier emitter) {
    emitter.subscriptions().forEach(emitter::resourceUpdated);
  }
}
