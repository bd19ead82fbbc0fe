package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/** Two elicitations; the second depends on the first response, which {@code requestState} holds. */
public final class CollectDetailsTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("collectDetails", SchemaBuilder.noArguments())
          .title("Collect details")
          .description("Requests a name from the user, then a color")
          .annotations(ToolHints.OPEN_WORLD)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return call.requestState().isEmpty() ? first(call) : second(call, call.requestState().get());
  }

  private static RequestOutcome first(RequestContext call) {
    InputResponse response = call.inputResponses().get("name");
    if (response == null) {
      return RequestOutcome.InputRequired.of("name", form("What is your name?", "name"));
    }
    return response.isAccepted()
        ? requestColor(response.content().getOrDefault("name", "unknown user").toString())
        : ContentBlocks.inputNotProvided(response);
  }

  private static RequestOutcome second(RequestContext call, String name) {
    InputResponse response = call.inputResponses().get("color");
    if (response == null) {
      return requestColor(name);
    }
    return response.isAccepted()
        ? RequestOutcome.text(
            name + "'s favorite color is " + response.content().get("color") + ".")
        : ContentBlocks.inputNotProvided(response);
  }

  private static RequestOutcome requestColor(String name) {
    InputRequest inputRequest = form("What is your favorite color, " + name + "?", "color");
    return new RequestOutcome.InputRequired(Map.of("color", inputRequest), name);
  }

  private static InputRequest form(String message, String field) {
    return new InputRequest.FormElicitation(
        message,
        SchemaBuilder.object()
            .required(field, SchemaBuilder.string("In one word").lengthRange(1, 40))
            .schema());
  }
}
