package io.everythingmcp.everything.tools.input;

import static io.everythingmcp.api.OutcomeReader.accept;
import static io.everythingmcp.api.OutcomeReader.action;
import static io.everythingmcp.api.OutcomeReader.error;
import static io.everythingmcp.api.OutcomeReader.errorText;
import static io.everythingmcp.api.OutcomeReader.failed;
import static io.everythingmcp.api.OutcomeReader.inputRequired;
import static io.everythingmcp.api.OutcomeReader.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.JsonSchemas;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.testing.RecordingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputToolsTest {
  private static RequestOutcome play(Tool tool, InputResponse answer) {
    return RecordingCall.empty().play(tool::call, inputRequest -> answer);
  }

  @Test
  void formIsRequestedOnceAndItsContentReturned() {
    RequestOutcome.InputRequired asks =
        inputRequired(new ElicitInputsTool().call(RecordingCall.empty()));
    InputRequest.FormElicitation form =
        (InputRequest.FormElicitation) asks.inputRequests().get("inputs");
    assertThat(form.message()).isEqualTo("Please provide inputs for the following fields:");
    assertThat(text(play(new ElicitInputsTool(), accept(Map.of("name", "Ada")))))
        .startsWith("Elicitation result: ")
        .contains("\"content\":{\"name\":\"Ada\"}");
  }

  @Test
  void formHasEveryKindOfField() {
    Map<String, Object> form = InputForm.schema();
    assertThat(JsonSchemas.ofSchema(form)).isEmpty();
    assertThat(form).containsOnlyKeys("type", "properties", "required");
    String fields = form.get("properties").toString();
    assertThat(fields)
        .contains("format=email", "format=uri", "format=date}", "format=date-time")
        .contains("type=boolean", "type=integer", "type=number", "type=array")
        .contains("minLength", "minimum", "minItems", "oneOf", "anyOf", "enumNames", "default");
    assertThat(JsonSchemas.ofValue(form, Map.of("name", "Ada", "fish", List.of("fish-2"))))
        .isEmpty();
    assertThat(JsonSchemas.ofValue(form, Map.of("name", "Ada", "integer", 101))).isNotEmpty();
    assertThat(JsonSchemas.ofValue(form, Map.of("name", "Ada", "fish", List.of("shark"))))
        .isNotEmpty();
  }

  @Test
  void declinedFormIsNotRepeated() {
    assertThat(text(play(new ElicitInputsTool(), action("decline")))).contains("User declined");
    assertThat(text(play(new ElicitInputsTool(), action("cancel")))).contains("User cancelled");
    assertThat(errorText(play(new ElicitInputsTool(), error("no screen")))).contains("no screen");
  }

  @Test
  void secondInputRequestUsesTheFirstResponse() {
    List<String> asked = new ArrayList<>();
    RequestOutcome outcome =
        RecordingCall.empty()
            .play(
                new CollectDetailsTool()::call,
                inputRequest -> {
                  asked.add(((InputRequest.FormElicitation) inputRequest).message());
                  return accept(Map.of("name", "Ada", "color", "green"));
                });
    assertThat(asked).containsExactly("What is your name?", "What is your favorite color, Ada?");
    assertThat(text(outcome)).isEqualTo("Ada's favorite color is green.");
  }

  @Test
  void missingResponseIsRequestedAgain() {
    RecordingCall call =
        RecordingCall.empty().withRequestState("Ada").withInputResponses("other", accept(Map.of()));
    RequestOutcome.InputRequired again = inputRequired(new CollectDetailsTool().call(call));
    assertThat(again.inputRequests()).containsOnlyKeys("color");
    assertThat(again.requestState()).isEqualTo("Ada");
  }

  @Test
  void eachOfTwoInputRequestsMayBeDeclined() {
    assertThat(text(play(new CollectDetailsTool(), action("decline")))).contains("declined");
    RecordingCall second =
        RecordingCall.empty().withRequestState("Ada").withInputResponses("color", action("cancel"));
    assertThat(text(new CollectDetailsTool().call(second))).contains("cancelled");
  }

  @Test
  void rootsAreListed() {
    InputResponse roots =
        new InputResponse(
            Map.of(
                "roots",
                List.of(Map.of("uri", "file:///a", "name", "A"), Map.of("uri", "file:///b"))),
            null);
    assertThat(text(play(new ListRootsTool(), roots)))
        .startsWith(
            """
            Current MCP Roots (2 total):

            1. A
               URI: file:///a

            2. Unnamed Root
               URI: file:///b

            Note:\
            """);
    assertThat(text(play(new ListRootsTool(), new InputResponse(Map.of("roots", List.of()), null))))
        .contains("no roots are currently configured");
    assertThat(errorText(play(new ListRootsTool(), error("no")))).endsWith("no");
  }

  @Test
  void pageIsOpenedAndThenPolled() {
    RecordingCall call = RecordingCall.empty();
    RequestOutcome.InputRequired asks = inputRequired(new ElicitUrlTool().call(call));
    InputRequest.UrlElicitation visit =
        (InputRequest.UrlElicitation) asks.inputRequests().get("visit");
    assertThat(asks.requestState()).isEqualTo(visit.page().id());
    call.withRequestState(asks.requestState()).withInputResponses("visit", action("accept"));
    assertThat(text(new ElicitUrlTool().call(call))).contains("has not decided there yet");
    call.declined.add(visit.page().id());
    assertThat(text(new ElicitUrlTool().call(call))).contains("declined on the page");
    call.agreed.add(visit.page().id());
    assertThat(text(new ElicitUrlTool().call(call))).contains("The user accepted");
    call.withInputResponses("visit", action("decline"));
    assertThat(text(new ElicitUrlTool().call(call))).contains("declined");
  }

  @Test
  void callFailsUntilTheUserHasConsented() {
    RecordingCall call = RecordingCall.with(Map.of("viaError", true));
    RequestOutcome.Failed refused = failed(new ElicitUrlTool().call(call));
    assertThat(refused.kind()).isEqualTo(ErrorKind.URL_ELICITATION_REQUIRED);
    Map<?, ?> visit = (Map<?, ?>) ((List<?>) refused.data().get("elicitations")).get(0);
    assertThat(visit.get("mode")).isEqualTo("url");
    assertThat(visit.get("url").toString()).endsWith(visit.get("elicitationId").toString());
    assertThat(visit.get("message")).isNotNull();
    assertThat(new ElicitUrlTool().call(call)).isInstanceOf(RequestOutcome.Failed.class);
    String id =
        ((Map<?, ?>)
                ((List<?>) failed(new ElicitUrlTool().call(call)).data().get("elicitations"))
                    .get(0))
            .get("elicitationId")
            .toString();
    call.agreed.add(id);
    assertThat(text(new ElicitUrlTool().call(call))).contains("The user accepted");
  }

  @Test
  void declinedPageIsRequestedOnlyByAnotherCall() {
    RecordingCall call = RecordingCall.with(Map.of("viaError", true));
    Map<?, ?> visit =
        (Map<?, ?>)
            ((List<?>) failed(new ElicitUrlTool().call(call)).data().get("elicitations")).get(0);
    call.declined.add(visit.get("elicitationId").toString());
    assertThat(text(new ElicitUrlTool().call(call))).contains("declined on the page");
    assertThat(failed(new ElicitUrlTool().call(call)).kind())
        .isEqualTo(ErrorKind.URL_ELICITATION_REQUIRED);
  }
}
