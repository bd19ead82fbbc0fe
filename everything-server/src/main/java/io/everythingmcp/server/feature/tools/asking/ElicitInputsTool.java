package io.everythingmcp.server.feature.tools.asking;

import io.everythingmcp.server.feature.Answer;
import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Question;
import io.everythingmcp.server.feature.TaskSupport;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.everythingmcp.server.wire.Json;
import io.modelcontextprotocol.spec.McpSchema;

/** Asks the user to fill in a form with a field of every kind. */
public final class ElicitInputsTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("elicitInputs", Schemas.noArguments())
          .title("Elicit inputs")
          .description(
              "Elicitation test tool that demonstrates how to request user input with various field"
                  + " types")
          .annotations(Hints.ASKS)
          .icons(Media.icon("\uD83D\uDCDD"))
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
  public Outcome call(Call call) {
    Answer answer = call.answers().get("inputs");
    if (answer == null) {
      return Outcome.Asks.one(
          "inputs",
          new Question.Form("Please provide inputs for the following fields:", InputForm.schema()));
    }
    return answer.accepted()
        ? Outcome.text("Elicitation result: " + Json.text(answer.result()))
        : Contents.unanswered(answer);
  }
}
