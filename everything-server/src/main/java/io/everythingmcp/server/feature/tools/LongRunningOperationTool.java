package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.LogLevel;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.TaskSupport;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;

/**
 * Takes its time, tells how far it is, and stops when nobody waits any more. Where the protocol has
 * tasks, it becomes one.
 */
final class LongRunningOperationTool implements Tool, InstantFeature {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "longRunningOperation",
              Schemas.arguments()
                  .optional(
                      "duration",
                      Schemas.number("Duration of the operation in seconds")
                          .between(0, 3600)
                          .defaultsTo(10))
                  .optional(
                      "steps",
                      Schemas.integer("Number of steps in the operation")
                          .between(1, 1000)
                          .defaultsTo(5))
                  .schema())
          .title("Long running operation")
          .description("Demonstrates a long running operation with progress updates")
          .annotations(Hints.WORKS)
          .icons(Media.icon("\u23F3"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public TaskSupport taskSupport() {
    return TaskSupport.OPTIONAL;
  }

  @Override
  public boolean logs() {
    return true;
  }

  @Override
  public Outcome call(Call call) {
    return new Outcome.Deferred(LongRunningOperationTool::work, KEPT);
  }

  private static Outcome work(Call call) {
    double seconds = call.number("duration", 10);
    int steps = (int) call.number("steps", 5);
    Duration step = Duration.ofMillis(Math.round(seconds * 1000 / steps));
    for (int i = 1; i <= steps; i++) {
      if (call.cancellation().await(step)) {
        String stopped = "Cancelled at step " + i + " of " + steps;
        call.log().info(stopped);
        return Outcome.toolError(stopped);
      }
      call.log().log(LogLevel.DEBUG, "longRunningOperation", "Step " + i + " of " + steps);
      call.progress().report(i, (double) steps, "Step " + i + " of " + steps);
    }
    return Outcome.text(
        "Long running operation completed. Duration: "
            + Contents.number(seconds)
            + " seconds, Steps: "
            + steps
            + ".");
  }
}
