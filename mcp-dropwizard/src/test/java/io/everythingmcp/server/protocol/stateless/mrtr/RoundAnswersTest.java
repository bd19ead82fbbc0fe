package io.everythingmcp.server.protocol.stateless.mrtr;

import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.ALICE;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.NAME;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.call;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.completed;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.inputRequired;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.refusal;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.retry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.store.memory.MemoryStore;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input responses that are missing or invalid. */
class RoundAnswersTest {
  private final MemoryStore store = new MemoryStore();

  private final AdjustableClock clock = new AdjustableClock();

  private final MultiRoundTripRequests rounds = new MultiRoundTripRequests(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  private String state(RequestOutcome.InputRequired asks) {
    return inputRequired(rounds.requireInput(call("{}"), asks)).path("requestState").asText();
  }

  @Test
  void missingResponsesAreRequestedAgain() {
    String first =
        state(new RequestOutcome.InputRequired(Map.of("a", NAME, "b", NAME, "c", NAME), "noted"));
    JsonNode again =
        inputRequired(rounds.evaluate(retry(first, "{\"b\":" + ALICE + ",\"zzz\":5}")));
    assertThat(again.path("inputRequests").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("a", "c");
    String second = again.path("requestState").asText();
    JsonNode third = inputRequired(rounds.evaluate(retry(second, "{\"a\":" + ALICE + "}")));
    assertThat(third.path("inputRequests").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("c");
    RuntimeRequestContext.RoundTrip round =
        completed(
            rounds.evaluate(
                retry(
                    third.path("requestState").asText(),
                    "{\"c\":{\"action\":\"decline\"},\"a\":{\"action\":\"cancel\"}}")));
    assertThat(round.state()).isEqualTo("noted");
    assertThat(round.responses()).containsOnlyKeys("a", "b", "c");
    assertThat(round.responses().get("a").isAccepted()).as("the first response counts").isTrue();
    assertThat(round.responses().get("c").action()).isEqualTo("decline");
  }

  @Test
  void stateWithoutResponsesIsRequestedAgain() {
    String state = state(RequestOutcome.InputRequired.of("name", NAME));
    assertThat(
            inputRequired(rounds.evaluate(call("{\"requestState\":\"" + state + "\"}")))
                .has("requestState"))
        .isTrue();
  }

  @Test
  void invalidFormContentIsRequestedAgainWithTheReason() {
    String state = state(RequestOutcome.InputRequired.of("name", NAME));
    String tooLong = "{\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Alexandra\"}}}";
    JsonNode again = inputRequired(rounds.evaluate(retry(state, tooLong)));
    assertThat(again.at("/inputRequests/name").isMissingNode()).isFalse();
    assertThat(again.at("/_meta").path("io.everythingmcp/inputErrors").path("name").asText())
        .contains("name");
    assertThat(again.at("/inputRequests/name/params/message").asText())
        .startsWith("The elicitation response does not match requestedSchema: /name")
        .endsWith(NAME.message());
    String later = again.path("requestState").asText();
    JsonNode third = inputRequired(rounds.evaluate(retry(later, tooLong)));
    assertThat(third.at("/inputRequests/name/params/message").asText())
        .containsOnlyOnce("does not match");
    String nothing = "{\"name\":{\"action\":\"accept\"}}";
    assertThat(inputRequired(rounds.evaluate(retry(state, nothing))).has("inputRequests")).isTrue();
    assertThat(
            completed(rounds.evaluate(retry(state, "{\"name\":{\"action\":\"decline\"}}")))
                .responses())
        .containsKey("name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":12345}",
        "{\"name\":null}",
        "{\"name\":\"Alice\"}",
        "{\"name\":{}}",
        "{\"name\":{\"action\":\"maybe\"}}",
        "{\"name\":{\"action\":\"accept\",\"content\":[]}}",
        "null",
        "[]",
        "\"x\"",
      })
  void malformedResponseIsAnError(String responses) {
    String state = state(RequestOutcome.InputRequired.of("name", NAME));
    assertThat(refusal(rounds.evaluate(retry(state, responses)))).contains("inputResponses");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"roots\":5}", "{\"roots\":[{}]}", "{\"roots\":[{\"uri\":1}]}"})
  void rootsAreValidated(String roots) {
    String state = state(RequestOutcome.InputRequired.of("r", new InputRequest.Roots()));
    assertThat(refusal(rounds.evaluate(retry(state, "{\"r\":" + roots + "}")))).contains("roots");
  }

  @Test
  void samplingResultsAreValidated() {
    String state =
        state(RequestOutcome.InputRequired.of("s", InputRequest.Sampling.of("Hello", 10)));
    String text = "\"content\":{\"type\":\"text\",\"text\":\"Hi\"}";
    assertThat(refusal(rounds.evaluate(retry(state, "{\"s\":{" + text + "}}")))).contains("role");
    String whole = "{\"s\":{\"role\":\"assistant\",\"model\":\"m\"," + text + "}}";
    assertThat(completed(rounds.evaluate(retry(state, whole))).responses().get("s").text())
        .isEqualTo("Hi");
  }
}
