package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Emitter;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.Visibility;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;

/** Tells this session that what it subscribed to has changed, until it is called again. */
final class ToggleUpdatesTool implements Tool, InstantFeature {
  private static final String NAME = "toggleResourceUpdates";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(NAME, Schemas.noArguments())
          .title("Toggle resource updates")
          .description("Toggles simulated resource subscription updates on or off.")
          .annotations(Hints.ADDS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Visibility visibility() {
    return Visibility.WITH_SESSION;
  }

  @Override
  public Outcome call(Call call) {
    if (!call.emitter().toggle(NAME, Duration.ofSeconds(5), ToggleUpdatesTool::update)) {
      return Outcome.text("Stopped simulated resource updates for this session");
    }
    update(call.emitter());
    return Outcome.text(
        "Started simulated resource updated notifications for this session at a 5 second pace."
            + " Client will receive updates for any resources that it is subscribed to.");
  }

  private static void update(Emitter emitter) {
    emitter.subscriptions().forEach(emitter::resourceUpdated);
  }
}
