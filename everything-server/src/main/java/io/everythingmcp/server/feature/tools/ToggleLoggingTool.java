package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Emitter;
import io.everythingmcp.server.feature.LogLevel;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.Visibility;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends log messages of all levels to this session, until it is called again. */
final class ToggleLoggingTool implements Tool, InstantFeature {
  private static final String NAME = "toggleSimulatedLogging";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(NAME, Schemas.noArguments())
          .title("Toggle simulated logging")
          .description("Toggles simulated, logging of all levels in turn on or off.")
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
  public boolean logs() {
    return true;
  }

  @Override
  public Outcome call(Call call) {
    AtomicInteger next = new AtomicInteger();
    if (!call.emitter()
        .toggle(NAME, Duration.ofSeconds(5), emitter -> speak(emitter, next.getAndIncrement()))) {
      return Outcome.text("Stopped simulated logging for this session");
    }
    speak(call.emitter(), next.getAndIncrement());
    return Outcome.text(
        "Started simulated, logging of all levels in turn for this session at a 5 second pace."
            + " Client's selected logging level will be respected. If an interval elapses and the"
            + " message to be sent is below the selected level, it will not be sent. Thus at higher"
            + " chosen logging levels, messages should arrive further apart.");
  }

  private static void speak(Emitter emitter, int turn) {
    LogLevel[] levels = LogLevel.values();
    LogLevel level = levels[turn % levels.length];
    emitter.log(level, NAME, level.name().charAt(0) + level.word().substring(1) + "-level message");
  }
}
