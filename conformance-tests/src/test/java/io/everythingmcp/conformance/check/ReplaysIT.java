package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that were exported and are evaluated again. */
class ReplaysIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static String export(CheckedRun run) {
    RawResponse file = SERVER.client().get(run.page() + "/export").send();
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Content-Disposition")).contains(".jsonl");
    return file.text();
  }

  private static RawResponse replay(String file) {
    return SERVER
        .client()
        .request("POST", "/check/replays")
        .header("Content-Type", "application/x-ndjson")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private static JsonNode replayed(String file) {
    RawResponse created = replay(file);
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    String url = created.json().path("reportUrl").asText();
    return SERVER.client().get(java.net.URI.create(url).getPath()).send().json();
  }

  private static void messages(CheckedRun run) {
    run.connect();
    run.echo();
    run.echo();
    run.send(Map.of("jsonrpc", "2.0", "id", "twice", "method", "ping"));
    run.send(Map.of("jsonrpc", "2.0", "id", "twice", "method", "ping"));
    run.call("longRunningOperation", Map.of("duration", 1, "steps", 2));
    run.echo();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "expired-session", "rate-limit", "odd-server", "everything"})
  void replayHasTheReportOfTheRun(String preset) {
    CheckedRun run = CheckedRun.start(SERVER.client(), preset);
    messages(run);
    run.post("skip", Map.of());
    run.post("finish", Map.of());
    JsonNode report = run.report();
    assertThat(replayed(export(run))).isEqualTo(report);
    assertThat(report.path("exchanges")).hasSizeGreaterThan(7);
  }

  @Test
  void replayHasTheOptionsOfTheRun() {
    CheckedRun run =
        CheckedRun.start(
            SERVER.client(), Map.of("preset", "slow-tool", "guided", true, "slowSeconds", 2));
    messages(run);
    run.post("finish", Map.of());
    String file = export(run);
    RawResponse created = replay(file);
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    String page = java.net.URI.create(created.json().path("pageUrl").asText()).getPath();
    assertThat(SERVER.client().get(page + "/export").send().text())
        .isEqualTo(file)
        .contains("\"options\":{\"guided\":true,\"slowSeconds\":2}");
    assertThat(SERVER.client().get(page + "/report.json").send().json()).isEqualTo(run.report());
  }

  @Test
  void replayOfASignInHasTheSameVerdictsWithoutTheCredentials() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "wrong-issuer");
    run.connect();
    RunLogin login = new RunLogin(SERVER.client(), run);
    String token = login.login();
    run.token(token);
    run.connect();
    login.authorize();
    run.post("finish", Map.of());
    JsonNode report = run.report();
    String file = export(run);
    assertThat(file).doesNotContain(token).doesNotContain(login.verifier());
    assertThat(replayed(file)).isEqualTo(report);
    assertThat(CheckedRun.rules(report, "SUCCESS")).contains("A09");
    assertThat(CheckedRun.check(report, "A07").path("status").asText()).isEqualTo("SUCCESS");
    String otherVerifier = file.replaceFirst("(true%2Cs256%3D).", "$1~");
    assertThat(otherVerifier).isNotEqualTo(file);
    assertThat(CheckedRun.check(replayed(otherVerifier), "A07").path("received").asText())
        .contains("not of this login");
  }

  @Test
  void replayOfARunThatIsNotFinishedIsJudgedAsOfItsExport() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "plain");
    messages(run);
    JsonNode report = replayed(export(run));
    assertThat(report.path("state").asText()).isEqualTo("running");
    assertThat(report.path("summary")).isEqualTo(run.report().path("summary"));
  }

  @Test
  void brokenFileIsRefusedWithASentence() {
    CheckedRun run = CheckedRun.start(SERVER.client(), "plain");
    messages(run);
    String file = export(run);
    for (String broken :
        List.of(
            "",
            "{\"log\":{}}",
            file.substring(0, file.length() / 2),
            file.replaceFirst("\"preset\":\"plain\"", "\"preset\":\"none\""))) {
      RawResponse refused = replay(broken);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().path("error").asText()).isEqualTo("invalid_export");
      assertThat(refused.json().path("message").asText())
          .containsPattern("first line|truncated|expected one of");
    }
    assertThat(SERVER.client().get("/check/replays").send().status()).isEqualTo(405);
  }
}
