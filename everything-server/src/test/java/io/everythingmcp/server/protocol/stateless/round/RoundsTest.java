package io.everythingmcp.server.protocol.stateless.round;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.server.feature.Caller;
import io.everythingmcp.server.feature.Client;
import io.everythingmcp.server.feature.Consents;
import io.everythingmcp.server.feature.Fault;
import io.everythingmcp.server.feature.Outcome;
import io.everythingmcp.server.feature.Question;
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsTest {
  private static final Question.Form NAME =
      new Question.Form(
          "What is your name?",
          Map.of(
              "type",
              "object",
              "properties",
              Map.of("name", Map.of("type", "string", "maxLength", 5)),
              "required",
              List.of("name")));
  private static final Map<String, Object> EVERYTHING =
      Map.of(
          "elicitation",
          Map.of("form", Map.of(), "url", Map.of()),
          "sampling",
          Map.of(),
          "roots",
          Map.of());
  private static final String ALICE = "{\"action\":\"accept\",\"content\":{\"name\":\"Alice\"}}";

  private final MemoryStore store = new MemoryStore();
  private final TestClock clock = new TestClock();
  private final Rounds rounds = new Rounds(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aRequestThatBringsNothingIsTheFirstRound() {
    assertThat(rounds.begin(call("{}"))).isEqualTo(new Turn.Go(CallContext.Round.FIRST));
  }

  @Test
  void questionsLookAsTheRevisionWantsThem() {
    Map<String, Question> all = new LinkedHashMap<>();
    all.put("form", NAME);
    all.put("url", new Question.Visit("Go", new Consents.Page("p1", "https://example.com/p1")));
    all.put("sample", Question.Sample.of("Hello", 10));
    all.put("roots", new Question.Roots());
    JsonNode result = asked(rounds.ask(call("{}"), new Outcome.Asks(all, null)));
    assertThat(result.path("resultType").asText()).isEqualTo("input_required");
    JsonNode form = result.at("/inputRequests/form");
    assertThat(form.path("method").asText()).isEqualTo("elicitation/create");
    assertThat(form.at("/params/mode").asText()).isEqualTo("form");
    assertThat(form.at("/params/requestedSchema/required/0").asText()).isEqualTo("name");
    JsonNode url = result.at("/inputRequests/url/params");
    assertThat(url)
        .as("no elicitationId in this revision")
        .isEqualTo(
            Json.tree(Map.of("mode", "url", "message", "Go", "url", "https://example.com/p1")));
    assertThat(result.at("/inputRequests/sample/params/maxTokens").asInt()).isEqualTo(10);
    assertThat(result.at("/inputRequests/roots"))
        .isEqualTo(Json.tree(Map.of("method", "roots/list")));
    assertThat(result.has("ttlMs")).isFalse();
  }

  @Test
  void theFeatureGetsTheAnswersAndItsState() {
    String state = state(new Outcome.Asks(Map.of("name", NAME), "noted"));
    CallContext.Round round = went(rounds.begin(retry(state, "{\"name\":" + ALICE + "}")));
    assertThat(round.state()).isEqualTo("noted");
    assertThat(round.answers().get("name").content()).containsEntry("name", "Alice");
  }

  @Test
  void aStateIsNotReadable() {
    assertThat(state(new Outcome.Asks(Map.of("name", NAME), "a-secret")))
        .doesNotContain("a-secret")
        .doesNotContain("name");
  }

  @Test
  void missingAnswersAreAskedAgainAndThoseThatCameCount() {
    String first = state(new Outcome.Asks(Map.of("a", NAME, "b", NAME, "c", NAME), "noted"));
    JsonNode again = asked(rounds.begin(retry(first, "{\"b\":" + ALICE + ",\"zzz\":5}")));
    assertThat(again.path("inputRequests").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder("a", "c");
    String second = again.path("requestState").asText();
    JsonNode third = asked(rounds.begin(retry(second, "{\"a\":" + ALICE + "}")));
    assertThat(third.path("inputRequests").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("c");
    CallContext.Round round =
        went(
            rounds.begin(
                retry(
                    third.path("requestState").asText(),
                    "{\"c\":{\"action\":\"decline\"},\"a\":{\"action\":\"cancel\"}}")));
    assertThat(round.state()).isEqualTo("noted");
    assertThat(round.answers()).containsOnlyKeys("a", "b", "c");
    assertThat(round.answers().get("a").accepted()).as("the first answer counts").isTrue();
    assertThat(round.answers().get("c").action()).isEqualTo("decline");
  }

  @Test
  void aStateWithoutAnyAnswerIsAskedAgain() {
    String state = state(Outcome.Asks.one("name", NAME));
    assertThat(
            asked(rounds.begin(call("{\"requestState\":\"" + state + "\"}"))).has("requestState"))
        .isTrue();
  }

  @Test
  void whatDoesNotFitTheFormIsAskedAgainAndSaysWhy() {
    String state = state(Outcome.Asks.one("name", NAME));
    String tooLong = "{\"name\":{\"action\":\"accept\",\"content\":{\"name\":\"Alexandra\"}}}";
    JsonNode again = asked(rounds.begin(retry(state, tooLong)));
    assertThat(again.at("/inputRequests/name").isMissingNode()).isFalse();
    assertThat(again.at("/_meta").path("io.everythingmcp/askedAgain").path("name").asText())
        .contains("name");
    String nothing = "{\"name\":{\"action\":\"accept\"}}";
    assertThat(asked(rounds.begin(retry(state, nothing))).has("inputRequests")).isTrue();
    assertThat(went(rounds.begin(retry(state, "{\"name\":{\"action\":\"decline\"}}"))).answers())
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
  void whatIsNoAnswerIsAnError(String responses) {
    String state = state(Outcome.Asks.one("name", NAME));
    assertThat(refusal(rounds.begin(retry(state, responses)))).contains("inputResponses");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"roots\":5}", "{\"roots\":[{}]}", "{\"roots\":[{\"uri\":1}]}"})
  void rootsMustBeRoots(String roots) {
    String state = state(Outcome.Asks.one("r", new Question.Roots()));
    assertThat(refusal(rounds.begin(retry(state, "{\"r\":" + roots + "}")))).contains("roots");
  }

  @Test
  void samplesMustBeSamples() {
    String state = state(Outcome.Asks.one("s", Question.Sample.of("Hello", 10)));
    String text = "\"content\":{\"type\":\"text\",\"text\":\"Hi\"}";
    assertThat(refusal(rounds.begin(retry(state, "{\"s\":{" + text + "}}")))).contains("role");
    String whole = "{\"s\":{\"role\":\"assistant\",\"model\":\"m\"," + text + "}}";
    assertThat(went(rounds.begin(retry(state, whole))).answers().get("s").text()).isEqualTo("Hi");
  }

  @Test
  void aStateBelongsToItsCallerMethodAndParameters() {
    String state = state(Outcome.Asks.one("name", NAME));
    String rest = "\"requestState\":\"" + state + "\",\"inputResponses\":{\"name\":" + ALICE + "}";
    assertThat(rounds.begin(call("{" + rest + "}"))).isInstanceOf(Turn.Go.class);
    assertThat(rounds.begin(call("{\"_meta\":{\"progressToken\":5}," + rest + "}")))
        .as("metadata may differ")
        .isInstanceOf(Turn.Go.class);
    for (Sender foreign :
        List.of(
            sender("tools/call", "{\"name\":\"other\"," + rest + "}", "alice"),
            sender("tools/call", "{\"arguments\":{\"x\":1}," + rest + "}", "alice"),
            sender("prompts/get", "{" + rest + "}", "alice"),
            sender("tools/call", "{" + rest + "}", "bob"),
            sender("tools/call", "{" + rest + "}", null))) {
      assertThat(refusal(rounds.begin(foreign))).contains("requestState");
    }
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    Sender one = call("{\"name\":\"t\",\"arguments\":{\"a\":1,\"b\":{\"c\":2,\"d\":3}}}");
    String state =
        asked(rounds.ask(one, Outcome.Asks.one("name", NAME))).path("requestState").asText();
    Sender other =
        call(
            "{\"requestState\":\""
                + state
                + "\",\"arguments\":{\"b\":{\"d\":3,\"c\":2},\"a\":1},\"inputResponses\":{\"name\":"
                + ALICE
                + "},\"name\":\"t\"}");
    assertThat(rounds.begin(other)).isInstanceOf(Turn.Go.class);
  }

  @Test
  void aStateIsGoodForTenMinutesAndAskingAgainProlongsIt() {
    String state = state(new Outcome.Asks(Map.of("a", NAME, "b", NAME), null));
    clock.advance(Duration.ofMinutes(9));
    String again =
        asked(rounds.begin(retry(state, "{\"a\":" + ALICE + "}"))).path("requestState").asText();
    clock.advance(Duration.ofMinutes(2));
    assertThat(refusal(rounds.begin(retry(state, "{\"a\":" + ALICE + "}"))))
        .contains("older than 10 minutes");
    assertThat(rounds.begin(retry(again, "{\"b\":" + ALICE + "}"))).isInstanceOf(Turn.Go.class);
  }

  @Test
  void aStateFromBeforeARotationIsGoodForItsTime() {
    String state = state(Outcome.Asks.one("name", NAME));
    rounds.rotateKeys();
    assertThat(rounds.begin(retry(state, "{\"name\":" + ALICE + "}"))).isInstanceOf(Turn.Go.class);
  }

  @Test
  void aStateMayComeAgainUnlessItsAnswersCountOnce() {
    String state = state(Outcome.Asks.one("name", NAME));
    String once = state(new Outcome.Asks(Map.of("a", NAME, "b", NAME), null).onlyOnce());
    String answers = "{\"name\":" + ALICE + "}";
    assertThat(rounds.begin(retry(state, answers))).isInstanceOf(Turn.Go.class);
    assertThat(rounds.begin(retry(state, answers))).isInstanceOf(Turn.Go.class);
    String half =
        asked(rounds.begin(retry(once, "{\"a\":" + ALICE + "}"))).path("requestState").asText();
    String both = "{\"a\":" + ALICE + ",\"b\":" + ALICE + "}";
    assertThat(rounds.begin(retry(half, both))).isInstanceOf(Turn.Go.class);
    assertThat(refusal(rounds.begin(retry(half, both)))).contains("once");
    assertThat(refusal(rounds.begin(retry(once, both)))).contains("once");
  }

  @Test
  void nothingIsAskedThatTheRequestDoesNotDeclare() {
    Sender poor = sender("tools/call", "{}", "alice", Map.of("elicitation", Map.of()));
    Map<String, Question> all = new LinkedHashMap<>();
    all.put("form", NAME);
    all.put("url", new Question.Visit("Go", new Consents.Page("p", "https://example.com")));
    all.put("sample", Question.Sample.of("Hello", 10));
    Outcome.Refused refused = ended(rounds.ask(poor, new Outcome.Asks(all, null)));
    assertThat(refused.fault()).isEqualTo(Fault.CAPABILITY_REQUIRED);
    assertThat(Json.tree(refused.data()))
        .isEqualTo(Json.tree(Map.of("elicitation", Map.of("url", Map.of()), "sampling", Map.of())));
    assertThat(rounds.ask(poor, Outcome.Asks.one("form", NAME))).isInstanceOf(Turn.Ask.class);
  }

  @Test
  void whatIsAskedAgainMustBeDeclaredOnTheRetryToo() {
    String state = state(Outcome.Asks.one("name", NAME));
    Sender poor = sender("tools/call", "{\"requestState\":\"" + state + "\"}", "alice", Map.of());
    assertThat(ended(rounds.begin(poor)).fault()).isEqualTo(Fault.CAPABILITY_REQUIRED);
  }

  @Test
  void otherMethodsHaveNoRounds() {
    Sender list = sender("tools/list", "{\"requestState\":\"x\",\"inputResponses\":null}", "alice");
    assertThat(rounds.begin(list)).isEqualTo(new Turn.Go(CallContext.Round.FIRST));
    assertThat(Rounds.mayAsk("completion/complete")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"x\"", "5", "null", "{}", "\"v1.00000000.AAAA\""})
  void whatIsNoStateIsRefused(String state) {
    assertThat(refusal(rounds.begin(call("{\"requestState\":" + state + "}"))))
        .contains("requestState");
  }

  @Test
  void pagesThatMustBeVisitedBecomeQuestions() {
    Map<String, Object> page =
        Map.of(
            "mode", "url", "elicitationId", "e1", "url", "https://example.com/e1", "message", "Go");
    Outcome.Refused first =
        new Outcome.Refused(
            Fault.URL_CONSENT_REQUIRED, "Visit first", Map.of("elicitations", List.of(page)));
    JsonNode asked = asked(rounds.askForConsent(call("{}"), first));
    assertThat(asked.at("/inputRequests/consent-1/params/url").asText())
        .isEqualTo("https://example.com/e1");
    String state = asked.path("requestState").asText();
    assertThat(rounds.begin(retry(state, "{\"consent-1\":{\"action\":\"accept\"}}")))
        .isInstanceOf(Turn.Go.class);
    Turn declined = rounds.begin(retry(state, "{\"consent-1\":{\"action\":\"decline\"}}"));
    assertThat(((Turn.End) declined).outcome()).isInstanceOf(Outcome.Complete.class);
    Object result = ((Outcome.Complete) ((Turn.End) declined).outcome()).result();
    assertThat(((McpSchema.CallToolResult) result).isError()).isTrue();
  }

  @Test
  void answersThatCameTooEarlyCountWhereNothingWasToBeRemembered() {
    Sender early = call("{\"inputResponses\":{\"name\":" + ALICE + ",\"x\":1}}");
    assertThat(rounds.begin(early)).isEqualTo(new Turn.Go(CallContext.Round.FIRST));
    Outcome.Asks plain = Outcome.Asks.one("name", NAME);
    assertThat(went(rounds.early(early, plain).orElseThrow()).answers()).containsKey("name");
    assertThat(rounds.early(early, new Outcome.Asks(Map.of("name", NAME), "noted"))).isEmpty();
    assertThat(rounds.early(early, plain.onlyOnce())).isEmpty();
    assertThat(rounds.early(call("{}"), plain)).isEmpty();
    assertThat(
            refusal(rounds.early(call("{\"inputResponses\":{\"name\":5}}"), plain).orElseThrow()))
        .contains("name");
  }

  private String state(Outcome.Asks asks) {
    return asked(rounds.ask(call("{}"), asks)).path("requestState").asText();
  }

  private static ObjectNode asked(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.Ask.class);
    return ((Turn.Ask) turn).result();
  }

  private static CallContext.Round went(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.Go.class);
    return ((Turn.Go) turn).round();
  }

  private static Outcome.Refused ended(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.End.class);
    return (Outcome.Refused) ((Turn.End) turn).outcome();
  }

  private static String refusal(Turn turn) {
    Outcome.Refused refused = ended(turn);
    assertThat(refused.fault()).isEqualTo(Fault.INVALID_PARAMS);
    return refused.message();
  }

  private static Sender retry(String state, String responses) {
    return call("{\"requestState\":\"" + state + "\",\"inputResponses\":" + responses + "}");
  }

  private static Sender call(String params) {
    return sender("tools/call", params, "alice");
  }

  private static Sender sender(String method, String params, String subject) {
    return sender(method, params, subject, EVERYTHING);
  }

  private static Sender sender(
      String method, String params, String subject, Map<String, Object> capabilities) {
    Caller caller =
        new Caller(
            "bearer",
            Optional.of("https://issuer"),
            Optional.ofNullable(subject),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Map.of());
    return new Sender(
        new RpcMessage.Request(Json.tree(1), method, Json.read(params, JsonNode.class)),
        caller,
        new Client("test", "1", capabilities, "2026-07-28"));
  }
}
