package io.everythingmcp.server.feature.tools.asking;

import io.everythingmcp.server.feature.Answer;
import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Question;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;

/** Asks twice, and the second question depends on the first answer, which the state carries. */
public final class CollectDetailsTool implements Tool, InstantFeature {
  private final McpSchema.Tool definition =
      McpSchema.Tool.builder("collectDetails", Schemas.noArguments())
          .title("Collect details")
          .description("Asks the user for a name, and then that name's owner for a color")
          .annotations(Hints.ASKS)
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    return call.state().isEmpty() ? first(call) : second(call, call.state().get());
  }

  private static Outcome first(Call call) {
    Answer answer = call.answers().get("name");
    if (answer == null) {
      return Outcome.Asks.one("name", form("What is your name?", "name"));
    }
    return answer.accepted()
        ? askForColor(answer.content().getOrDefault("name", "stranger").toString())
        : Contents.unanswered(answer);
  }

  private static Outcome second(Call call, String name) {
    Answer answer = call.answers().get("color");
    if (answer == null) {
      return askForColor(name);
    }
    return answer.accepted()
        ? Outcome.text(name + "'s favorite color is " + answer.content().get("color") + ".")
        : Contents.unanswered(answer);
  }

  private static Outcome askForColor(String name) {
    Question question = form("What is your favorite color, " + name + "?", "color");
    return new Outcome.Asks(Map.of("color", question), name);
  }

  private static Question form(String message, String field) {
    return new Question.Form(
        message,
        Schemas.object().required(field, Schemas.string("In one word").length(1, 40)).schema());
  }
}
