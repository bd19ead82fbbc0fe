package io.everythingmcp.conformance.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedFleet;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A session each of whose requests is processed by another instance behaves as with a single
 * instance.
 */
class RoundRobinIT {
  private static final String CAPABILITIES =
      "{'roots':{},'sampling':{'tools':{}},'elicitation':{'form':{},'url':{}}}";
  private static final String URI = "test://static/resource/1";

  @RegisterExtension static final SharedFleet FLEET = new SharedFleet();

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(FLEET.client(), "2025-11-25", CAPABILITIES);
  }

  private McpSession at(int instance) {
    return session.at(FLEET.client(instance));
  }

  private static String method(JsonNode message) {
    return message.path("method").asText();
  }

  /** Responds to one request of a stream at the next instance. */
  private void respond(SseStream stream, String asked, String result) {
    JsonNode inputRequest = stream.message();
    assertThat(method(inputRequest)).isEqualTo(asked);
    int status =
        session.post(JsonRpcMessages.result(inputRequest.get("id"), result)).send().status();
    assertThat(status).isEqualTo(202);
  }

  @Test
  void eachRequestIsServedByAnotherInstance() {
    List<Integer> before = served();
    for (int i = 0; i < 6; i++) {
      assertThat(session.callMethod("ping", "{}").has("result")).isTrue();
    }
    List<Integer> after = served();
    assertThat(IntStream.range(0, 3).map(i -> after.get(i) - before.get(i)))
        .containsExactly(2, 2, 2);
  }

  private static List<Integer> served() {
    return IntStream.range(0, 3)
        .map(i -> FLEET.fleet().balancer().served(FLEET.fleet().instance(i).port()))
        .boxed()
        .toList();
  }

  @Test
  void samplingSpansInstances() {
    String weather =
        "{'role':'assistant','model':'m','stopReason':'toolUse','content':[{'type':'tool_use',"
            + "'id':'u1','name':'get_weather','input':{'location':'Chicago'}}]}";
    String text =
        "{'role':'assistant','model':'m','content':{'type':'text','text':'Cold in Chicago'}}";
    ObjectNode call =
        JsonRpcMessages.call(1, "sampleLLM", "{'prompt':'Weather?','withTools':true}");
    SseStream stream = session.post(call).send().events();
    respond(stream, "sampling/createMessage", weather);
    respond(stream, "sampling/createMessage", text);
    assertThat(stream.message().toString()).contains("Cold in Chicago");
    assertThat(stream.rest()).isEmpty();
  }

  @Test
  void twoElicitationsSpanInstances() {
    SseStream stream =
        session.post(JsonRpcMessages.call(1, "collectDetails", "{}")).send().events();
    respond(stream, "elicitation/create", "{'action':'accept','content':{'name':'Ada'}}");
    respond(stream, "elicitation/create", "{'action':'accept','content':{'color':'red'}}");
    assertThat(stream.message().toString()).contains("Ada's favorite color is red");
  }

  @Test
  void rootsRequestSpansInstances() {
    SseStream stream = session.post(JsonRpcMessages.call(1, "listRoots", "{}")).send().events();
    respond(stream, "roots/list", "{'roots':[{'uri':'file:///home/ada','name':'Home'}]}");
    assertThat(stream.message().toString()).contains("file:///home/ada");
  }

  @Test
  void duplicateResponsesCountOnce() {
    SseStream stream =
        session.post(JsonRpcMessages.call(1, "collectDetails", "{}")).send().events();
    JsonNode inputRequest = stream.message();
    ObjectNode answer =
        JsonRpcMessages.result(
            inputRequest.get("id"), "{'action':'accept','content':{'name':'Ada'}}");
    List<CompletableFuture<RawResponse>> sent =
        IntStream.range(0, 9).mapToObj(i -> at(i % 3).post(answer).sendAsync()).toList();
    assertThat(sent.stream().map(CompletableFuture::join).map(RawResponse::status))
        .containsOnly(202);
    respond(stream, "elicitation/create", "{'action':'accept','content':{'color':'red'}}");
    assertThat(stream.message().path("id").asInt()).isEqualTo(1);
    assertThat(stream.rest()).isEmpty();
  }

  @Test
  void subscriptionsLevelsAndTogglesApplyToAllInstances() {
    SseStream listening = session.listen();
    session.callMethod("resources/subscribe", "{'uri':'" + URI + "'}");
    session.callMethod("logging/setLevel", "{'level':'emergency'}");
    assertThat(at(0).call("toggleResourceUpdates", "{}").toString()).contains("Started");
    assertThat(at(1).call("toggleSimulatedLogging", "{}").toString()).contains("Started");
    JsonNode update = listening.message(m -> method(m).equals("notifications/resources/updated"));
    assertThat(update.path("params").path("uri").asText()).isEqualTo(URI);
    assertThat(at(1).call("toggleResourceUpdates", "{}").toString()).contains("Stopped");
    assertThat(at(2).call("toggleSimulatedLogging", "{}").toString()).contains("Stopped");
    assertThat(listening.arrivedMessages())
        .filteredOn(m -> method(m).equals("notifications/message"))
        .allMatch(m -> m.path("params").path("level").asText().equals("emergency"));
  }

  @Test
  void changeIsNotifiedAtAllInstances() {
    SseStream listening = at(2).listen();
    at(0).call("addTool", "{}");
    listening.message(m -> method(m).equals("notifications/tools/list_changed"));
    await().until(() -> IntStream.range(0, 3).allMatch(i -> hasExtraTool(i)));
    at(1).call("removeTool", "{}");
    listening.message(m -> method(m).equals("notifications/tools/list_changed"));
    await().until(() -> IntStream.range(0, 3).noneMatch(i -> hasExtraTool(i)));
  }

  private boolean hasExtraTool(int instance) {
    return at(instance).call("extraTool", "{}").path("error").isMissingNode();
  }

  private String update(int number) {
    String uri = "test://static/resource/" + number;
    session.callMethod("resources/subscribe", "{'uri':'" + uri + "'}");
    session.call("announceChange", "{'what':'resource','uri':'" + uri + "'}");
    return uri;
  }

  private static String uri(SseEvent event) {
    return event.json().path("params").path("uri").asText();
  }

  private static List<String> uris(SseStream stream) {
    return stream.arrived().stream().filter(SseEvent::hasMessage).map(RoundRobinIT::uri).toList();
  }

  @Test
  void resumedGetStreamReplaysOnlyItsEvents() {
    SseStream older = at(0).listen();
    SseStream newer = at(1).listen();
    String first = update(1);
    SseEvent last = newer.nextWithMessage();
    assertThat(uri(last)).isEqualTo(first);
    String second = update(2);
    assertThat(uri(newer.nextWithMessage())).isEqualTo(second);
    newer.close();
    AtomicInteger number = new AtomicInteger(2);
    await()
        .until(
            () -> {
              update(number.incrementAndGet());
              return !uris(older).isEmpty();
            });
    SseStream resumed = at(2).resume(last.id());
    String next = update(number.incrementAndGet());
    await().until(() -> uris(resumed).contains(next));
    List<String> expected =
        IntStream.rangeClosed(2, number.get())
            .mapToObj(n -> "test://static/resource/" + n)
            .toList();
    List<String> there = new ArrayList<>(uris(resumed));
    assertThat(there.get(0)).isEqualTo(second);
    there.addAll(uris(older));
    assertThat(there).containsExactlyInAnyOrderElementsOf(expected);
    SseStream again = at(1).resume(last.id());
    assertThat(uri(again.nextWithMessage())).isEqualTo(second);
    assertThat(resumed.endsWithin(Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void closedStreamIsResumedElsewhere() {
    SseStream stream = at(0).post(JsonRpcMessages.steps(1, 1.0, 5)).send().events();
    SseEvent first = stream.nextWithMessage();
    stream.close();
    SseStream second = at(1).resume(first.id());
    SseEvent next = second.nextWithMessage();
    second.close();
    List<SseEvent> rest = at(2).resume(next.id()).rest();
    List<Integer> seen =
        Stream.concat(Stream.of(first, next), rest.stream())
            .map(e -> e.json().path("params").path("progress").asInt())
            .filter(step -> step > 0)
            .toList();
    assertThat(seen).containsExactly(1, 2, 3, 4, 5);
    assertThat(rest.get(rest.size() - 1).json().path("id").asInt()).isEqualTo(1);
  }

  @Test
  void runningRequestIsCancelledFromAnotherInstance() {
    SseStream stream = at(0).post(JsonRpcMessages.steps(1, 60, 600)).send().events();
    stream.nextWithMessage();
    ObjectNode cancel = JsonRpcMessages.notification("notifications/cancelled", "{'requestId':1}");
    assertThat(at(1).post(cancel).send().status()).isEqualTo(202);
    assertThat(stream.rest().stream().filter(SseEvent::hasMessage).map(SseEvent::json))
        .noneMatch(m -> m.has("id"));
    await().until(() -> at(0).callMethod("tasks/list", "{}").has("result"));
  }

  @Test
  void pendingRequestIsCancelledFromAnotherInstance() {
    SseStream stream = at(0).post(JsonRpcMessages.call(1, "collectDetails", "{}")).send().events();
    JsonNode inputRequest = stream.message();
    ObjectNode cancel = JsonRpcMessages.notification("notifications/cancelled", "{'requestId':1}");
    assertThat(at(1).post(cancel).send().status()).isEqualTo(202);
    List<JsonNode> rest =
        stream.rest().stream().filter(SseEvent::hasMessage).map(SseEvent::json).toList();
    assertThat(rest).hasSize(1);
    assertThat(rest.get(0).path("params").path("requestId")).isEqualTo(inputRequest.get("id"));
  }

  @Test
  void messageIsSentOnOneOfTwoGetStreams() {
    SseStream older = at(0).listen();
    SseStream newer = at(1).listen();
    for (int i = 0; i < 10; i++) {
      at(2).call("test_trigger_tool_change", "{}");
    }
    await().until(() -> changes(older) + changes(newer) >= 10);
    at(2).delete().send();
    older.rest();
    newer.rest();
    assertThat(changes(older) + changes(newer)).isEqualTo(10);
  }

  private static long changes(SseStream stream) {
    return stream.arrivedMessages().stream()
        .filter(m -> method(m).equals("notifications/tools/list_changed"))
        .count();
  }

  @Test
  void endOfSessionAppliesToAllInstances() {
    List<SseStream> streams = IntStream.range(0, 3).mapToObj(i -> at(i).listen()).toList();
    SseStream running = at(1).post(JsonRpcMessages.steps(1, 60, 600)).send().events();
    running.nextWithMessage();
    assertThat(session.delete().send().status()).isEqualTo(204);
    streams.forEach(stream -> assertThat(stream.rest()).isEmpty());
    assertThat(running.rest()).noneMatch(e -> e.hasMessage() && e.json().has("id"));
    for (int i = 0; i < 3; i++) {
      assertThat(at(i).post(JsonRpcMessages.request(1, "ping")).send().status()).isEqualTo(404);
    }
  }

  @Test
  void httpSseWorksWithItsStreamAtOneInstance() {
    SseStream stream = FLEET.client().get("/sse").send().events();
    String address = stream.next().data();
    assertThat(
            FLEET
                .client()
                .post(address, JsonRpcMessages.initialize("2024-11-05", "{'sampling':{}}"))
                .send())
        .returns(202, RawResponse::status);
    assertThat(stream.message().path("id").asText()).isEqualTo("init");
    FLEET.client().post(address, JsonRpcMessages.notification("notifications/initialized")).send();
    FLEET.client().post(address, JsonRpcMessages.call(1, "sampleLLM", "{'prompt':'Hi'}")).send();
    JsonNode inputRequest = stream.message();
    String text = "{'role':'assistant','model':'m','content':{'type':'text','text':'Hello'}}";
    FLEET.client().post(address, JsonRpcMessages.result(inputRequest.get("id"), text)).send();
    assertThat(stream.message().toString()).contains("LLM sampling result: Hello");
    stream.close();
  }
}
