package io.everythingmcp.everything.tools;

import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;

/**
 * Runs for the given time, reports progress, and stops on cancellation. Where the protocol has
 * tasks, it may run as one.
 */
final class LongRunningOperationTool implements Tool, InstantFeature {
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "longRunningOperation",
              SchemaBuilder.arguments()
                  .optional(
                      "duration",
                      SchemaBuilder.number("Duration of the operation in seconds")
                          .range(0, 3600)
                          .defaultValue(10))
                  .optional(
                      "steps",
                      SchemaBuilder.integer("Number of steps in the operation")
                          .range(1, 1000)
                          .defaultValue(5))
                  .schema())
          .title("Long running operation")
          .description("Demonstrates a long running operation with progress updates")
          .annotations(ToolHints.READ_ONLY_VARYING)
          .icons(SampleMedia.icon("\u23F3"))
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
  public RequestOutcome call(RequestContext call) {
    return new RequestOutcome.DeferredTask(LongRunningOperationTool::work, KEPT);
  }

  private static RequestOutcome work(RequestContext call) {
    double seconds = call.numberArgument("duration", 10);
    int steps = (int) call.numberArgument("steps", 5);
    Duration step = Duration.ofMillis(Math.round(seconds * 1000 / steps));
    for (int i = 1; i <= steps; i++) {
      if (call.cancellation().awaitCancellation(step)) {
        String stopped = "Cancelled at step " + i + " of " + steps;
        call.logger().info(stopped);
        return RequestOutcome.toolError(stopped);
      }
      call.logger().log(LoggingLevel.DEBUG, "longRunningOperation", "Step " + i + " of " + steps);
      call.progress().report(i, (double) steps, "Step " + i + " of " + steps);
    }
    return RequestOutcome.text(
        "Long running operation completed. Duration: "
            + ContentBlocks.number(seconds)
            + " seconds, Steps: "
            + steps
            + ".");
  }
}
