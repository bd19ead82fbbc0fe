package io.everythingmcp.everything.tools;

import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.SessionNotifier;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends log messages of all levels to this session, until it is called again. */
final class ToggleLoggingTool implements Tool, InstantFeature {
  private static final String NAME = "toggleSimulatedLogging";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(NAME, SchemaBuilder.noArguments())
          .title("Toggle simulated logging")
          .description("Toggles simulated, logging of all levels in turn on or off.")
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
  public boolean logs() {
    return true;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    AtomicInteger next = new AtomicInteger();
    if (!call.sessionNotifier()
        .toggleSchedule(
            NAME, Duration.ofSeconds(5), emitter -> speak(emitter, next.getAndIncrement()))) {
      return RequestOutcome.text("Stopped simulated logging for this session");
    }
    speak(call.sessionNotifier(), next.getAndIncrement());
    return RequestOutcome.text(
        "Started simulated, logging of all levels in turn for this session at a 5 second pace."
            + " Client's selected logging level will be respected. If an interval elapses and the"
            + " message to be sent is below the selected level, it will not be sent. Thus at higher"
            + " chosen logging levels, messages should arrive further apart.");
  }

  private static void speak(SessionNotifier emitter, int turn) {
    LoggingLevel[] levels = LoggingLevel.values();
    LoggingLevel level = levels[turn % levels.length];
    emitter.log(
        level, NAME, level.name().charAt(0) + level.wireName().substring(1) + "-level message");
  }
}
