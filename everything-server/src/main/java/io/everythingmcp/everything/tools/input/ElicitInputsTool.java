package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.TaskSupport;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;

/** Form elicitation with a field of every kind. */
public final class ElicitInputsTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("elicitInputs", SchemaBuilder.noArguments())
          .title("Elicit inputs")
          .description(
              "Elicitation test tool that demonstrates how to request user input with various field"
                  + " types")
          .annotations(ToolHints.OPEN_WORLD)
          .icons(SampleMedia.icon("\uD83D\uDCDD"))
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
  public RequestOutcome call(RequestContext call) {
    InputResponse response = call.inputResponses().get("inputs");
    if (response == null) {
      return RequestOutcome.InputRequired.of(
          "inputs",
          new InputRequest.FormElicitation(
              "Please provide inputs for the following fields:", InputForm.schema()));
    }
    return response.isAccepted()
        ? RequestOutcome.text("Elicitation result: " + WireJson.text(response.result()))
        : ContentBlocks.inputNotProvided(response);
  }
}
