package io.everythingmcp.conformance.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SseEvent;
import io.everythingmcp.conformance.harness.SseStream;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Isolation of two callers for all methods: no caller reads, writes, resumes or ends a resource of
 * the other one, or detects that it exists. Each operation is also run by the owner, for whom it
 * succeeds. Runs on Redis with {@code -Deverything.store=redis}.
 */
abstract class IsolationContract {
  private static final String ASK = "{'name':'elicitInputs','arguments':{}}";
  private static final String UNKNOWN = "0123456789abcdef0123456789abcdef";

  /**
   * Returns one of the two users, {@code alice} or {@code bob}; with a new token at each call where
   * the mode permits it.
   */
  abstract TokenUser user(String name);

  private static RawRequest in(RawRequest request, String session) {
    return request.header("Mcp-Session-Id", session);
  }

  private static Arguments row(
      String what, int owner, BiFunction<TokenUser, String, RawRequest> request) {
    return Arguments.of(what, owner, request);
  }

  static Stream<Arguments> httpMethods() {
    return Stream.of(
        row("a request", 200, (c, s) -> in(c.send(JsonRpcMessages.request(1, "tools/list")), s)),
        row("a ping", 200, (c, s) -> in(c.send(JsonRpcMessages.request(2, "ping")), s)),
        row(
            "a notification",
            202,
            (c, s) -> in(c.send(JsonRpcMessages.notification("notifications/cancelled")), s)),
        row(
            "an answer",
            202,
            (c, s) ->
                in(
                    c.send(
                        JsonRpcMessages.result(JsonRpcMessages.request("x", "y").get("id"), "{}")),
                    s)),
        row(
            "a second handshake",
            400,
            (c, s) -> in(c.send(JsonRpcMessages.initialize("2025-11-25", "{}")), s)),
        row("a stream", 200, (c, s) -> in(c.stream(), s)),
        row(
            "a stream that is resumed",
            400,
            (c, s) -> in(c.stream(), s).header("Last-Event-ID", "stream_1")),
        row("the end", 204, (c, s) -> in(c.delete(), s)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("httpMethods")
  void sessionOfAnotherCallerIsNotFound(
      String what, int owner, BiFunction<TokenUser, String, RawRequest> request) {
    String session = user("alice").session("2025-11-25");
    TokenUser bob = user("bob");
    RawResponse foreign = request.apply(bob, session).send();
    RawResponse unknown = request.apply(bob, UNKNOWN).send();
    boolean handshake = what.equals("a second handshake");
    assertThat(foreign.status()).as(what).isEqualTo(handshake ? 200 : 404);
    assertThat(unknown.status()).isEqualTo(foreign.status());
    assertThat(foreign.text()).isEqualTo(unknown.text());
    if (handshake) {
      assertThat(foreign.header("Mcp-Session-Id")).isNotEqualTo(session);
    }
    RawResponse own = request.apply(user("alice"), session).send();
    assertThat(own.status()).as(what + " of its owner").isEqualTo(owner);
  }

  @Test
  void streamOfAnotherCallerCannotBeResumedWithOwnSession() {
    TokenUser alice = user("alice");
    String session = alice.session("2025-11-25");
    SseStream stream = in(alice.stream(), session).send().events();
    SseStream request =
        alice.post(session, JsonRpcMessages.request(1, "tools/call", ASK)).send().events();
    SseEvent inputRequest = request.nextWithMessage();
    TokenUser bob = user("bob");
    String own = bob.session("2025-11-25");
    RawResponse stolen = in(bob.stream(), own).header("Last-Event-ID", inputRequest.id()).send();
    assertThat(stolen.status()).isEqualTo(400);
    JsonNode answer = inputRequest.json().get("id");
    assertThat(
            bob.post(own, JsonRpcMessages.result(answer, "{'action':'decline'}")).send().status())
        .isEqualTo(202);
    bob.post(own, JsonRpcMessages.notification("notifications/cancelled", "{'requestId':1}"))
        .send();
    alice.post(session, JsonRpcMessages.result(answer, "{'action':'decline'}")).send();
    JsonNode reply = request.message(message -> message.path("id").asInt() == 1);
    assertThat(reply.toString()).contains("result");
    assertThat(
            in(user("alice").stream(), session)
                .header("Last-Event-ID", inputRequest.id())
                .send()
                .status())
        .isEqualTo(200);
    stream.close();
  }

  @Test
  void tasksOfAnotherCallerAreNeitherListedNorCancelled() {
    TokenUser alice = user("alice");
    String session = alice.session("2025-11-25");
    String call =
        "{'name':'longRunningOperation','arguments':{'duration':1,'steps':1},'task':{'ttl':60000}}";
    JsonNode begun =
        alice.post(session, JsonRpcMessages.request(1, "tools/call", call)).send().reply();
    String id = begun.path("result").path("task").path("taskId").asText();
    assertThat(id).as(begun.toString()).isNotEmpty();
    TokenUser bob = user("bob");
    String own = bob.session("2025-11-25");
    String params = "{'taskId':'" + id + "'}";
    for (String method : new String[] {"tasks/get", "tasks/result", "tasks/cancel"}) {
      JsonNode foreign = bob.post(own, JsonRpcMessages.request(2, method, params)).send().reply();
      assertThat(foreign.path("error").path("code").asInt()).as(method).isEqualTo(-32602);
      assertThat(bob.stateless(method, params).send().text()).doesNotContain("\"result\":{");
    }
    assertThat(bob.post(own, JsonRpcMessages.request(3, "tasks/list")).send().text())
        .doesNotContain(id);
    String other = user("alice").session("2025-11-25");
    assertThat(
            user("alice")
                .post(other, JsonRpcMessages.request(4, "tasks/get", params))
                .send()
                .reply()
                .toString())
        .contains(id, "\"result\"");
  }

  @Test
  void requestStateOfAnotherCallerIsRejected() {
    JsonNode asked = user("alice").stateless("tools/call", ASK).send().reply().path("result");
    String state = asked.path("requestState").asText();
    String key = asked.path("inputRequests").fieldNames().next();
    String again =
        "{'name':'elicitInputs','arguments':{},'requestState':'"
            + state
            + "','inputResponses':{'"
            + key
            + "':{'action':'decline'}}}";
    assertThat(
            user("bob")
                .stateless("tools/call", again)
                .send()
                .reply()
                .path("error")
                .path("code")
                .asInt())
        .isEqualTo(-32602);
    assertThat(user("alice").stateless("tools/call", again).send().reply().has("result")).isTrue();
  }

  @Test
  void resourceOfAnotherCallerIsNotFound() {
    String make =
        "{'name':'createSessionResource','arguments':{'name':'diary','text':'dear diary'}}";
    JsonNode made = user("alice").stateless("tools/call", make).send().reply();
    String uri = made.findValuesAsText("uri").get(0);
    String read = "{'uri':'" + uri + "'}";
    assertThat(user("bob").stateless("resources/read", read).send().text())
        .doesNotContain("dear diary");
    assertThat(user("alice").stateless("resources/read", read).send().text())
        .contains("dear diary");
  }
}
