package io.everythingmcp.server.protocol.stateless.mrtr;

import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.ALICE;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.NAME;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.call;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.completed;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.ended;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.inputRequired;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.refusal;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.retry;
import static io.everythingmcp.server.protocol.stateless.mrtr.RequestSenders.sender;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.AdjustableClock;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiRoundTripRequestsTest {
  private final MemoryStore store = new MemoryStore();

  private final AdjustableClock clock = new AdjustableClock();

  private final MultiRoundTripRequests rounds = new MultiRoundTripRequests(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void requestWithoutInputIsTheFirstRoundTrip() {
    assertThat(rounds.evaluate(call("{}")))
        .isEqualTo(new RoundTripDecision.Go(RuntimeRequestContext.RoundTrip.FIRST));
  }

  @Test
  void inputRequestsHaveTheFormatOfTheRevision() {
    Map<String, InputRequest> all = new LinkedHashMap<>();
    all.put("form", NAME);
    all.put(
        "url",
        new InputRequest.UrlElicitation(
            "Go", new ElicitationPages.ElicitationPage("p1", "https://example.com/p1")));
    all.put("sample", InputRequest.Sampling.of("Hello", 10));
    all.put("roots", new InputRequest.Roots());
    JsonNode result =
        inputRequired(rounds.requireInput(call("{}"), new RequestOutcome.InputRequired(all, null)));
    assertThat(result.path("resultType").asText()).isEqualTo("input_required");
    JsonNode form = result.at("/inputRequests/form");
    assertThat(form.path("method").asText()).isEqualTo("elicitation/create");
    assertThat(form.at("/params/mode").asText()).isEqualTo("form");
    assertThat(form.at("/params/requestedSchema/required/0").asText()).isEqualTo("name");
    JsonNode url = result.at("/inputRequests/url/params");
    assertThat(url)
        .as("no elicitationId in this revision")
        .isEqualTo(
            WireJson.tree(Map.of("mode", "url", "message", "Go", "url", "https://example.com/p1")));
    assertThat(result.at("/inputRequests/sample/params/maxTokens").asInt()).isEqualTo(10);
    assertThat(result.at("/inputRequests/roots"))
        .isEqualTo(WireJson.tree(Map.of("method", "roots/list")));
    assertThat(result.has("ttlMs")).isFalse();
  }

  @Test
  void featureReceivesResponsesAndState() {
    String state = state(new RequestOutcome.InputRequired(Map.of("name", NAME), "noted"));
    RuntimeRequestContext.RoundTrip round =
        completed(rounds.evaluate(retry(state, "{\"name\":" + ALICE + "}")));
    assertThat(round.state()).isEqualTo("noted");
    assertThat(round.responses().get("name").content()).containsEntry("name", "Alice");
  }

  @Test
  void stateIsUnreadable() {
    assertThat(state(new RequestOutcome.InputRequired(Map.of("name", NAME), "a-secret")))
        .doesNotContain("a-secret")
        .doesNotContain("name");
  }

  @Test
  void stateIsBoundToCallerMethodAndParameters() {
    String state = state(RequestOutcome.InputRequired.of("name", NAME));
    String rest = "\"requestState\":\"" + state + "\",\"inputResponses\":{\"name\":" + ALICE + "}";
    assertThat(rounds.evaluate(call("{" + rest + "}"))).isInstanceOf(RoundTripDecision.Go.class);
    assertThat(rounds.evaluate(call("{\"_meta\":{\"progressToken\":5}," + rest + "}")))
        .as("metadata may differ")
        .isInstanceOf(RoundTripDecision.Go.class);
    for (RequestSender foreign :
        List.of(
            sender("tools/call", "{\"name\":\"other\"," + rest + "}", "alice"),
            sender("tools/call", "{\"arguments\":{\"x\":1}," + rest + "}", "alice"),
            sender("prompts/get", "{" + rest + "}", "alice"),
            sender("tools/call", "{" + rest + "}", "bob"),
            sender("tools/call", "{" + rest + "}", null))) {
      assertThat(refusal(rounds.evaluate(foreign))).contains("requestState");
    }
  }

  @Test
  void fieldOrderDoesNotMatter() {
    RequestSender one = call("{\"name\":\"t\",\"arguments\":{\"a\":1,\"b\":{\"c\":2,\"d\":3}}}");
    String state =
        inputRequired(rounds.requireInput(one, RequestOutcome.InputRequired.of("name", NAME)))
            .path("requestState")
            .asText();
    RequestSender other =
        call(
            "{\"requestState\":\""
                + state
                + "\",\"arguments\":{\"b\":{\"d\":3,\"c\":2},\"a\":1},\"inputResponses\":{\"name\":"
                + ALICE
                + "},\"name\":\"t\"}");
    assertThat(rounds.evaluate(other)).isInstanceOf(RoundTripDecision.Go.class);
  }

  @Test
  void stateExpiresAfterTenMinutesSinceTheLastRequest() {
    String state = state(new RequestOutcome.InputRequired(Map.of("a", NAME, "b", NAME), null));
    clock.move(Duration.ofMinutes(9));
    String again =
        inputRequired(rounds.evaluate(retry(state, "{\"a\":" + ALICE + "}")))
            .path("requestState")
            .asText();
    clock.move(Duration.ofMinutes(2));
    assertThat(refusal(rounds.evaluate(retry(state, "{\"a\":" + ALICE + "}"))))
        .contains("expired after 10 minutes");
    assertThat(rounds.evaluate(retry(again, "{\"b\":" + ALICE + "}")))
        .isInstanceOf(RoundTripDecision.Go.class);
  }

  @Test
  void stateSurvivesAKeyRotation() {
    String state = state(RequestOutcome.InputRequired.of("name", NAME));
    rounds.rotateKeys();
    assertThat(rounds.evaluate(retry(state, "{\"name\":" + ALICE + "}")))
        .isInstanceOf(RoundTripDecision.Go.class);
  }

  @Test
  void stateMayBeRepeatedUnlessSingleUse() {
    String state = state(RequestOutcome.InputRequired.of("name", NAME));
    String once =
        state(new RequestOutcome.InputRequired(Map.of("a", NAME, "b", NAME), null).asSingleUse());
    String answers = "{\"name\":" + ALICE + "}";
    assertThat(rounds.evaluate(retry(state, answers))).isInstanceOf(RoundTripDecision.Go.class);
    assertThat(rounds.evaluate(retry(state, answers))).isInstanceOf(RoundTripDecision.Go.class);
    String half =
        inputRequired(rounds.evaluate(retry(once, "{\"a\":" + ALICE + "}")))
            .path("requestState")
            .asText();
    String both = "{\"a\":" + ALICE + ",\"b\":" + ALICE + "}";
    assertThat(rounds.evaluate(retry(half, both))).isInstanceOf(RoundTripDecision.Go.class);
    assertThat(refusal(rounds.evaluate(retry(half, both)))).contains("once");
    assertThat(refusal(rounds.evaluate(retry(once, both)))).contains("once");
  }

  @Test
  void undeclaredCapabilityIsNotUsed() {
    RequestSender poor = sender("tools/call", "{}", "alice", Map.of("elicitation", Map.of()));
    Map<String, InputRequest> all = new LinkedHashMap<>();
    all.put("form", NAME);
    all.put(
        "url",
        new InputRequest.UrlElicitation(
            "Go", new ElicitationPages.ElicitationPage("p", "https://example.com")));
    all.put("sample", InputRequest.Sampling.of("Hello", 10));
    RequestOutcome.Failed refused =
        ended(rounds.requireInput(poor, new RequestOutcome.InputRequired(all, null)));
    assertThat(refused.kind()).isEqualTo(ErrorKind.MISSING_CLIENT_CAPABILITY);
    assertThat(WireJson.tree(refused.data()))
        .isEqualTo(
            WireJson.tree(Map.of("elicitation", Map.of("url", Map.of()), "sampling", Map.of())));
    assertThat(rounds.requireInput(poor, RequestOutcome.InputRequired.of("form", NAME)))
        .isInstanceOf(RoundTripDecision.RequireInput.class);
  }

  @Test
  void repeatedInputRequestRequiresTheCapability() {
    String state = state(RequestOutcome.InputRequired.of("name", NAME));
    RequestSender poor =
        sender("tools/call", "{\"requestState\":\"" + state + "\"}", "alice", Map.of());
    assertThat(ended(rounds.evaluate(poor)).kind()).isEqualTo(ErrorKind.MISSING_CLIENT_CAPABILITY);
  }

  @Test
  void otherMethodsHaveNoRoundTrips() {
    RequestSender list =
        sender("tools/list", "{\"requestState\":\"x\",\"inputResponses\":null}", "alice");
    assertThat(rounds.evaluate(list))
        .isEqualTo(new RoundTripDecision.Go(RuntimeRequestContext.RoundTrip.FIRST));
    assertThat(MultiRoundTripRequests.supportsInput("completion/complete")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"x\"", "5", "null", "{}", "\"v1.00000000.AAAA\""})
  void invalidStateIsRejected(String state) {
    assertThat(refusal(rounds.evaluate(call("{\"requestState\":" + state + "}"))))
        .contains("requestState");
  }

  @Test
  void requiredUrlElicitationsBecomeInputRequests() {
    Map<String, Object> page =
        Map.of(
            "mode", "url", "elicitationId", "e1", "url", "https://example.com/e1", "message", "Go");
    RequestOutcome.Failed first =
        new RequestOutcome.Failed(
            ErrorKind.URL_ELICITATION_REQUIRED,
            "Visit first",
            Map.of("elicitations", List.of(page)));
    JsonNode asked = inputRequired(rounds.requireConsent(call("{}"), first));
    assertThat(asked.at("/inputRequests/consent-1/params/url").asText())
        .isEqualTo("https://example.com/e1");
    String state = asked.path("requestState").asText();
    assertThat(rounds.evaluate(retry(state, "{\"consent-1\":{\"action\":\"accept\"}}")))
        .isInstanceOf(RoundTripDecision.Go.class);
    RoundTripDecision declined =
        rounds.evaluate(retry(state, "{\"consent-1\":{\"action\":\"decline\"}}"));
    assertThat(((RoundTripDecision.End) declined).outcome())
        .isInstanceOf(RequestOutcome.Complete.class);
    Object result =
        ((RequestOutcome.Complete) ((RoundTripDecision.End) declined).outcome()).result();
    assertThat(((McpSchema.CallToolResult) result).isError()).isTrue();
  }

  @Test
  void unsolicitedResponsesCountWithoutState() {
    RequestSender early = call("{\"inputResponses\":{\"name\":" + ALICE + ",\"x\":1}}");
    assertThat(rounds.evaluate(early))
        .isEqualTo(new RoundTripDecision.Go(RuntimeRequestContext.RoundTrip.FIRST));
    RequestOutcome.InputRequired plain = RequestOutcome.InputRequired.of("name", NAME);
    assertThat(completed(rounds.evaluateUnsolicited(early, plain).orElseThrow()).responses())
        .containsKey("name");
    assertThat(
            rounds.evaluateUnsolicited(
                early, new RequestOutcome.InputRequired(Map.of("name", NAME), "noted")))
        .isEmpty();
    assertThat(rounds.evaluateUnsolicited(early, plain.asSingleUse())).isEmpty();
    assertThat(rounds.evaluateUnsolicited(call("{}"), plain)).isEmpty();
    assertThat(
            refusal(
                rounds
                    .evaluateUnsolicited(call("{\"inputResponses\":{\"name\":5}}"), plain)
                    .orElseThrow()))
        .contains("name");
  }

  private String state(RequestOutcome.InputRequired asks) {
    return inputRequired(rounds.requireInput(call("{}"), asks)).path("requestState").asText();
  }
}
