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

/** Asks twice, and the second question depends on the first answer, which the state carries. */
public final class CollectDetailsTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("collectDetails", SchemaBuilder.noArguments())
          .title("Collect details")
          .description("Asks the user for a name, and then that name's owner for a color")
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
    InputResponse answer = call.inputResponses().get("name");
    if (answer == null) {
      return RequestOutcome.InputRequired.of("name", form("What is your name?", "name"));
    }
    return answer.isAccepted()
        ? askForColor(answer.content().getOrDefault("name", "unknown user").toString())
        : ContentBlocks.inputNotProvided(answer);
  }

  private static RequestOutcome second(RequestContext call, String name) {
    InputResponse answer = call.inputResponses().get("color");
    if (answer == null) {
      return askForColor(name);
    }
    return answer.isAccepted()
        ? RequestOutcome.text(name + "'s favorite color is " + answer.content().get("color") + ".")
        : ContentBlocks.inputNotProvided(answer);
  }

  private static RequestOutcome askForColor(String name) {
    InputRequest question = form("What is your favorite color, " + name + "?", "color");
    return new RequestOutcome.InputRequired(Map.of("color", question), name);
  }

  private static InputRequest form(String message, String field) {
    return new InputRequest.FormElicitation(
        message,
        SchemaBuilder.object()
            .required(field, SchemaBuilder.string("In one word").lengthRange(1, 40))
            .schema());
  }
}
