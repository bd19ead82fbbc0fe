package io.everythingmcp.server.feature.tools.asking;

import io.everythingmcp.server.feature.Answer;
import io.everythingmcp.server.feature.Call;
import io.everythingmcp.server.feature.Consents;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Question;
import io.everythingmcp.server.feature.Tool;
import io.everythingmcp.server.feature.kit.Contents;
import io.everythingmcp.server.feature.kit.Hints;
import io.everythingmcp.server.feature.kit.Schemas;
import io.everythingmcp.server.feature.sample.Media;
import io.everythingmcp.server.feature.trait.InstantFeature;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;

/** Sends the user to a page outside the client: by a question, or by refusing to go on before. */
public final class ElicitUrlTool implements Tool, InstantFeature {
  private static final String PAGE = "elicitUrl.page";
  private static final String MESSAGE =
      "May the tool elicitUrl complete the action that it was called for?";

  private final McpSchema.Tool definition =
      McpSchema.Tool.builder(
              "elicitUrl",
              Schemas.arguments()
                  .optional(
                      "viaError",
                      Schemas.bool(
                              "Whether to refuse the call and name the page in the error, instead"
                                  + " of asking; works once the user has agreed or declined there")
                          .defaultsTo(false))
                  .schema())
          .title("Elicit by URL")
          .description("Sends the user to a page on which they agree to something")
          .annotations(Hints.ASKS)
          .icons(Media.icon("\uD83D\uDD17"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public Outcome call(Call call) {
    return call.flag("viaError", false) ? refuse(call) : ask(call);
  }

  private static Outcome ask(Call call) {
    Answer answer = call.answers().get("visit");
    if (answer == null || call.state().isEmpty()) {
      Consents.Page page = call.consents().open(MESSAGE);
      return new Outcome.Asks(Map.of("visit", new Question.Visit(MESSAGE, page)), page.id());
    }
    if (!answer.accepted()) {
      return Contents.unanswered(answer);
    }
    String id = call.state().get();
    call.scope().put(PAGE, id);
    return Outcome.text(said(call.consents().decision(id), id));
  }

  private static String said(Consents.Decision decision, String id) {
    return switch (decision) {
      case AGREED -> "The user has agreed on the page " + id + ".";
      case DECLINED -> "The user declined on the page " + id + ".";
      case NONE -> "The user went to the page " + id + " and has not agreed there yet.";
    };
  }

  private static Outcome refuse(Call call) {
    String last = call.scope().get(PAGE).orElse("");
    Consents.Decision decision = call.consents().decision(last);
    if (decision == Consents.Decision.DECLINED) {
      call.scope().remove(PAGE);
    }
    if (decision != Consents.Decision.NONE) {
      return Outcome.text(said(decision, last));
    }
    Consents.Page page = call.consents().open(MESSAGE);
    call.scope().put(PAGE, page.id());
    Map<String, Object> visit =
        Map.of("mode", "url", "elicitationId", page.id(), "url", page.url(), "message", MESSAGE);
    return new Outcome.Refused(
        Fault.URL_CONSENT_REQUIRED,
        "The user must agree on a page first; call again when they have",
        Map.of("elicitations", List.of(visit)));
  }
}
