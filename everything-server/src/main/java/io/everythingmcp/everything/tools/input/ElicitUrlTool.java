package io.everythingmcp.everything.tools.input;

import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.InstantFeature;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.support.ContentBlocks;
import io.everythingmcp.api.support.SchemaBuilder;
import io.everythingmcp.api.support.ToolHints;
import io.everythingmcp.everything.sample.SampleMedia;
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
              SchemaBuilder.arguments()
                  .optional(
                      "viaError",
                      SchemaBuilder.bool(
                              "Whether to refuse the call and name the page in the error, instead"
                                  + " of asking; works once the user has agreed or declined there")
                          .defaultsTo(false))
                  .schema())
          .title("Elicit by URL")
          .description("Sends the user to a page on which they agree to something")
          .annotations(ToolHints.ASKS)
          .icons(SampleMedia.icon("\uD83D\uDD17"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return call.flag("viaError", false) ? refuse(call) : ask(call);
  }

  private static RequestOutcome ask(RequestContext call) {
    InputResponse answer = call.answers().get("visit");
    if (answer == null || call.state().isEmpty()) {
      ElicitationPages.Page page = call.consents().open(MESSAGE);
      return new RequestOutcome.Asks(
          Map.of("visit", new InputRequest.Visit(MESSAGE, page)), page.id());
    }
    if (!answer.accepted()) {
      return ContentBlocks.unanswered(answer);
    }
    String id = call.state().get();
    call.scope().put(PAGE, id);
    return RequestOutcome.text(said(call.consents().decision(id), id));
  }

  private static String said(ElicitationPages.Decision decision, String id) {
    return switch (decision) {
      case AGREED -> "The user has agreed on the page " + id + ".";
      case DECLINED -> "The user declined on the page " + id + ".";
      case NONE -> "The user went to the page " + id + " and has not agreed there yet.";
    };
  }

  private static RequestOutcome refuse(RequestContext call) {
    String last = call.scope().get(PAGE).orElse("");
    ElicitationPages.Decision decision = call.consents().decision(last);
    if (decision == ElicitationPages.Decision.DECLINED) {
      call.scope().remove(PAGE);
    }
    if (decision != ElicitationPages.Decision.NONE) {
      return RequestOutcome.text(said(decision, last));
    }
    ElicitationPages.Page page = call.consents().open(MESSAGE);
    call.scope().put(PAGE, page.id());
    Map<String, Object> visit =
        Map.of("mode", "url", "elicitationId", page.id(), "url", page.url(), "message", MESSAGE);
    return new RequestOutcome.Refused(
        ErrorKind.URL_CONSENT_REQUIRED,
        "The user must agree on a page first; call again when they have",
        Map.of("elicitations", List.of(visit)));
  }
}
