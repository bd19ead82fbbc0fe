package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import io.everythingmcp.conformance.harness.SseStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults that need time, several streams or several tokens. */
class PresetFaultsIT {
  private static final String RESOURCE = "test://static/resource/1";

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static CheckedRun start(Map<String, Object> options) {
    return CheckedRun.start(SERVER.client(), options);
  }

  private static List<String> faults(CheckedRun run) {
    return StreamSupport.stream(run.report().path("exchanges").spliterator(), false)
        .map(exchange -> exchange.path("fault").asText(""))
        .filter(fault -> !fault.isEmpty())
        .toList();
  }

  /** Calls a tool whose response is a stream with progress notifications. */
  private static RawResponse longRunningOperation(CheckedRun run) {
    return run.request(
        "tools/call",
        Map.of(
            "name",
            "longRunningOperation",
            "arguments",
            Map.of("duration", 1, "steps", 2),
            "_meta",
            Map.of("progressToken", "p1")));
  }

  @Test
  void refreshFailsOnceAndTheGrantEndsAfterTwoMore() {
    CheckedRun run = start(Map.of("preset", "short-token"));
    RunLogin login = new RunLogin(SERVER.client(), run);
    run.token(login.login());
    run.connect();
    assertThat(run.echo().status()).isEqualTo(200);
    expire(run);
    run.token(login.refreshed());
    assertThat(run.echo().status()).isEqualTo(200);
    expire(run);
    RawResponse busy = login.refresh();
    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.header("Retry-After")).isEqualTo("1");
    run.token(login.refreshed());
    assertThat(run.echo().status()).isEqualTo(200);
    expire(run);
    RawResponse ended = login.refresh();
    assertThat(ended.status()).isEqualTo(400);
    assertThat(ended.json().path("error").asText()).isEqualTo("invalid_grant");
    run.token(login.login());
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(faults(run)).contains("P07", "P63");
    assertThat(run.report().path("exchanges").toString()).contains("\"expires_in\":10");
  }

  /** The next call finds that its token has expired. */
  private static void expire(CheckedRun run) {
    run.post("provoke", Map.of("fault", "expire-token"));
    RawResponse refused = run.echo();
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void slowCallHasNoResponseUntilTheClientCancelsIt() {
    CheckedRun run = start(Map.of("preset", "slow-tool", "slowSeconds", 600));
    run.connect();
    CompletableFuture<RawResponse> call =
        run.prepared(
                Map.of(
                    "jsonrpc",
                    "2.0",
                    "id",
                    "slow",
                    "method",
                    "tools/call",
                    "params",
                    Map.of("name", "echo", "arguments", Map.of("message", "a"))))
            .sendAsync();
    JsonNode report = run.report();
    while (report.path("exchanges").size() < 3) {
      report = run.report();
    }
    assertThat(report.path("exchanges").path(2).path("response").path("status").asInt()).isZero();
    assertThat(report.path("headline").asText()).startsWith("echo is running");
    run.send(
        Map.of(
            "jsonrpc",
            "2.0",
            "method",
            "notifications/cancelled",
            "params",
            Map.of("requestId", "slow")));
    run.post("finish", Map.of());
    report = run.report();
    assertThat(CheckedRun.check(report, "B20").path("status").asText()).isEqualTo("SUCCESS");
    assertThat(CheckedRun.check(report, "B19").path("status").asText()).isNotEqualTo("FAILURE");
    assertThat(faults(run)).containsExactly("P33");
    assertThat(call).isNotDone();
    call.cancel(true);
  }

  @Test
  void onlyTheFirstCallOfASlowToolIsSlow() {
    CheckedRun run = start(Map.of("preset", "slow-tool", "slowSeconds", 1));
    run.connect();
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(200);
    RawResponse progress = longRunningOperation(run);
    assertThat(progress.events().message(message -> message.has("method")).path("method").asText())
        .isEqualTo("notifications/progress");
    assertThat(progress.reply().path("result").path("content")).isNotEmpty();
    assertThat(faults(run)).containsExactly("P33");
  }

  @Test
  void provokedSlownessConcernsOneCall() {
    CheckedRun run = start(Map.of("preset", "plain", "slowSeconds", 1));
    run.connect();
    run.post("provoke", Map.of("fault", "slow"));
    assertThat(run.list(null).status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(200);
    assertThat(run.echo().status()).isEqualTo(200);
    JsonNode exchanges = run.report().path("exchanges");
    assertThat(exchanges.path(2).has("fault")).isFalse();
    assertThat(exchanges.path(3).path("fault").asText()).isEqualTo("P33");
    assertThat(exchanges.path(4).has("fault")).isFalse();
  }

  @Test
  void provokedCutOfAStreamIsResumedByGet() {
    CheckedRun run = start(Map.of("preset", "plain"));
    run.connect();
    run.post("provoke", Map.of("fault", "drop-stream"));
    RawResponse call = longRunningOperation(run);
    String id = call.events().next().id();
    assertThatThrownBy(() -> call.reply()).isNotNull();
    JsonNode answer = run.stream(id).send().events().message(message -> message.has("result"));
    assertThat(answer.path("result").path("content")).isNotEmpty();
    assertThat(faults(run)).containsExactly("P01");
    assertThat(CheckedRun.check(run.report(), "H10").path("status").asText()).isEqualTo("SUCCESS");
  }

  @Test
  void toolPromptAndSubscribedResourceChangeInASession() {
    CheckedRun run = start(Map.of("preset", "list-changes"));
    run.connect();
    SseStream stream = run.stream(null).send().events();
    run.request("resources/subscribe", Map.of("uri", RESOURCE));
    final String before = read(run);
    assertThat(prompts(run)).contains("completable_prompt");
    run.call("addTool", Map.of());
    assertThat(methods(stream, 3))
        .containsExactlyInAnyOrder(
            "notifications/tools/list_changed",
            "notifications/prompts/list_changed",
            "notifications/resources/updated");
    assertThat(prompts(run)).isNotEmpty().doesNotContain("completable_prompt");
    assertThat(
            run.request("prompts/get", Map.of("name", "completable_prompt"))
                .json()
                .path("error")
                .path("code")
                .asInt())
        .isEqualTo(-32602);
    assertThat(read(run)).startsWith(before).isNotEqualTo(before);
    assertThat(run.call("extraTool", Map.of()).json().path("result").has("content")).isTrue();
    run.request("resources/unsubscribe", Map.of("uri", RESOURCE));
    run.call("removeTool", Map.of());
    assertThat(methods(stream, 2))
        .containsExactlyInAnyOrder(
            "notifications/tools/list_changed", "notifications/prompts/list_changed");
    assertThat(prompts(run)).contains("completable_prompt");
    JsonNode report = run.report();
    assertThat(CheckedRun.rules(report, "FAILURE")).isEmpty();
    assertThat(CheckedRun.check(report, "P30").path("status").asText()).isEqualTo("SUCCESS");
    assertThat(CheckedRun.check(report, "P31").path("status").asText()).isEqualTo("SUCCESS");
  }

  @Test
  void clientThatIgnoresChangesHasAWarningAndAnObservation() {
    CheckedRun run = start(Map.of("preset", "list-changes"));
    run.connect();
    SseStream stream = run.stream(null).send().events();
    run.request("resources/subscribe", Map.of("uri", RESOURCE));
    run.list(null);
    run.call("addTool", Map.of());
    assertThat(methods(stream, 3)).contains("notifications/tools/list_changed");
    JsonNode report = run.report();
    // The notification and a call at about the same time on another connection have no order.
    while (!CheckedRun.rules(report, "WARNING").contains("P30")) {
      run.call("extraTool", Map.of());
      report = run.report();
    }
    assertThat(CheckedRun.check(report, "P30").path("received").asText()).contains("extraTool");
    assertThat(CheckedRun.check(report, "P31").path("status").asText()).isEqualTo("SKIPPED");
    run.post("finish", Map.of());
    report = run.report();
    assertThat(CheckedRun.check(report, "P31").path("status").asText()).isEqualTo("INFO");
  }

  @Test
  void subscriptionOfALaterRevisionReceivesOnlyTheChangesThatItNames() {
    CheckedRun run = start(Map.of("preset", "list-changes"));
    SseStream stream =
        run.modern(
                "subscriptions/listen",
                Map.of(
                    "notifications",
                    Map.of("promptsListChanged", true, "resourceSubscriptions", List.of(RESOURCE))))
            .events();
    assertThat(methods(stream, 1)).containsExactly("notifications/subscriptions/acknowledged");
    run.modern("tools/call", Map.of("name", "addTool", "arguments", Map.of()));
    assertThat(methods(stream, 2))
        .containsExactlyInAnyOrder(
            "notifications/prompts/list_changed", "notifications/resources/updated");
  }

  @Test
  void metadataNamesAnotherResourceAndLaterAScriptAsAuthorizationEndpoint() {
    CheckedRun run = start(Map.of("preset", "metadata-mismatch"));
    RawResponse refused = run.connect();
    String url =
        refused.header("WWW-Authenticate").replaceAll(".*resource_metadata=\"([^\"]+)\".*", "$1");
    JsonNode document = SERVER.client().get(URI.create(url).getPath()).send().json();
    assertThat(document.path("resource").asText()).isNotEqualTo(run.mcpUrl().toString());
    run.connect();
    run.connect();
    URI server = URI.create(document.path("authorization_servers").path(0).asText());
    RawResponse metadata =
        SERVER.client().get("/.well-known/oauth-authorization-server" + server.getPath()).send();
    assertThat(metadata.json().path("authorization_endpoint").asText()).startsWith("javascript:");
    run.post("finish", Map.of());
    assertThat(CheckedRun.check(run.report(), "P71").path("status").asText()).isEqualTo("SUCCESS");
  }

  private static List<String> methods(SseStream stream, int count) {
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(i -> stream.message(message -> message.has("method")).path("method").asText())
        .toList();
  }

  private static List<String> prompts(CheckedRun run) {
    return run.request("prompts/list", Map.of())
        .json()
        .path("result")
        .path("prompts")
        .findValuesAsText("name");
  }

  private static String read(CheckedRun run) {
    return run.request("resources/read", Map.of("uri", RESOURCE))
        .json()
        .path("result")
        .path("contents")
        .path(0)
        .path("text")
        .asText();
  }
}
