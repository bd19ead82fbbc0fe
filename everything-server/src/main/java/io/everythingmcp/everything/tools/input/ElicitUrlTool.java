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

/** URL mode elicitation: by an input request, or by the error that requires it. */
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
                              "Whether to return the page in an error instead of an input request;"
                                  + " succeeds once the user has accepted or declined there")
                          .defaultValue(false))
                  .schema())
          .title("Elicit by URL")
          .description("Requires the user to confirm an action on a web page")
          .annotations(ToolHints.OPEN_WORLD)
          .icons(SampleMedia.icon("\uD83D\uDD17"))
          .build();

  @Override
  public McpSchema.Tool definition() {
    return definition;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    return call.booleanArgument("viaError", false) ? failUntilDecided(call) : requestInput(call);
  }

  private static RequestOutcome requestInput(RequestContext call) {
    InputResponse response = call.inputResponses().get("visit");
    if (response == null || call.requestState().isEmpty()) {
      ElicitationPages.ElicitationPage page = call.elicitationPages().create(MESSAGE);
      return new RequestOutcome.InputRequired(
          Map.of("visit", new InputRequest.UrlElicitation(MESSAGE, page)), page.id());
    }
    if (!response.isAccepted()) {
      return ContentBlocks.inputNotProvided(response);
    }
    String id = call.requestState().get();
    call.storage().put(PAGE, id);
    return RequestOutcome.text(decisionText(call.elicitationPages().decision(id), id));
  }

  private static String decisionText(ElicitationPages.Decision decision, String id) {
    return switch (decision) {
      case AGREED -> "The user accepted on the page " + id + ".";
      case DECLINED -> "The user declined on the page " + id + ".";
      case NONE -> "The user opened the page " + id + " and has not decided there yet.";
    };
  }

  private static RequestOutcome failUntilDecided(RequestContext call) {
    String last = call.storage().get(PAGE).orElse("");
    ElicitationPages.Decision decision = call.elicitationPages().decision(last);
    if (decision == ElicitationPages.Decision.DECLINED) {
      call.storage().remove(PAGE);
    }
    if (decision != ElicitationPages.Decision.NONE) {
      return RequestOutcome.text(decisionText(decision, last));
    }
    ElicitationPages.ElicitationPage page = call.elicitationPages().create(MESSAGE);
    call.storage().put(PAGE, page.id());
    Map<String, Object> elicitation =
        Map.of("mode", "url", "elicitationId", page.id(), "url", page.url(), "message", MESSAGE);
    return new RequestOutcome.Failed(
        ErrorKind.URL_ELICITATION_REQUIRED,
        "The user must accept on a page first; repeat the call afterwards",
        Map.of("elicitations", List.of(elicitation)));
  }
}
