package io.everythingmcp.everything.tools;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;

/** Fails with a tool error, a JSON-RPC error or a timeout. */
final class FailOnPurposeTool implements Tool {
  private static final Duration LONGER_THAN_ANY_TIMEOUT = Duration.ofHours(1);

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "failOnPurpose",
              SchemaBuilder.arguments()
                  .required(
                      "kind",
                      SchemaBuilder.enumeration(
                          "tool_error: a result with isError; protocol_error: a JSON-RPC error;"
                              + " timeout: no response before the request times out",
                          "tool_error",
                          "protocol_error",
                          "timeout"))
                  .schema())
          .title("Fail on purpose")
          .description("Fails in the selected way, to test the error handling of a client")
          .annotations(ToolHints.READ_ONLY_VARYING)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public boolean isBlocking() {
    return true;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return switch (call.stringArgument("kind", "")) {
      case "tool_error" -> RequestOutcome.toolError("This tool failed on purpose");
      case "timeout" -> {
        call.cancellation().awaitCancellation(LONGER_THAN_ANY_TIMEOUT);
        yield RequestOutcome.failed(ErrorKind.TIMEOUT, "This tool took too long on purpose");
      }
      default ->
          RequestOutcome.failed(
              ErrorKind.INTERNAL_ERROR, "This tool failed with an internal error on purpose");
    };
  }
}
