package io.everythingmcp.server.feature.tools;

import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;

/** Fails, in each way in which a tool can. */
final class FailOnPurposeTool implements Tool {
  private static final Duration LONGER_THAN_ANYBODY_WAITS = Duration.ofHours(1);

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "failOnPurpose",
              Schemas.arguments()
                  .required(
                      "kind",
                      Schemas.choice(
                          "tool_error: a result that says so; protocol_error: a JSON-RPC error;"
                              + " timeout: nothing, until the time is up",
                          "tool_error",
                          "protocol_error",
                          "timeout"))
                  .schema())
          .title("Fail on purpose")
          .description("Fails in the chosen way, to see what the client makes of it")
          .annotations(Hints.WORKS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public Outcome call(Call call) {
    return switch (call.string("kind", "")) {
      case "tool_error" -> Outcome.toolError("This tool failed on purpose");
      case "timeout" -> {
        call.cancellation().await(LONGER_THAN_ANYBODY_WAITS);
        yield Outcome.refused(Fault.TIMEOUT, "This tool took too long on purpose");
      }
      default -> Outcome.refused(Fault.INTERNAL, "This tool broke the call on purpose");
    };
  }
}
