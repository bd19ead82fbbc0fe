package io.everythingmcp.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult.Status;

/** {@code @McpClientCheck} on test classes of an author of a client. */
class McpClientCheckIT {
  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private static ClientTestRun run(Class<?> test) {
    return ClientTestRun.of(test, Map.of("mcp.client-check.url", SERVER.uri().toString()));
  }

  @Test
  void conformingClientPassesAndABrokenRuleFailsItsTest() {
    ClientTestRun run = run(ClientTests.WithDefaults.class);
    assertThat(run.result("conforms").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(run.result("hasNoRun").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(run.result("repeatsAnId").getStatus()).isEqualTo(Status.FAILED);
    assertThat(run.message("repeatsAnId"))
        .startsWith("Client check, preset plain: ")
        .containsOnlyOnce("FAILURE")
        .contains(
            "FAILURE  B03 (2025-11-25)",
            "expected:",
            "received:",
            "https://modelcontextprotocol.io/specification/2025-11-25/",
            "--> POST ",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}",
            "<-- HTTP 200");
  }

  @Test
  void violationIsAddedToTheFailureOfTheTest() {
    Throwable failure =
        run(ClientTests.WithDefaults.class)
            .result("repeatsAnIdAndFails")
            .getThrowable()
            .orElseThrow();
    assertThat(failure).hasMessage("failure of the test itself");
    assertThat(failure.getSuppressed())
        .singleElement()
        .satisfies(added -> assertThat(added).hasMessageContaining("FAILURE  B03"));
  }

  @Test
  void testWithoutExchangesFails() {
    ClientTestRun run = run(ClientTests.WithDefaults.class);
    assertThat(run.message("sendsNothing"))
        .contains("The client sent no request to the URL of the run");
    assertThat(run.message("needsARun"))
        .isEqualTo("@McpClientCheck on needsARun: expected a parameter of type ClientCheckRun");
  }

  @Test
  void unmetShouldIsReportedOrFailsBySetting() {
    ClientTestRun run = run(ClientTests.WithDefaults.class);
    assertThat(run.result("leavesTheSession").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(run.reported().get("unmet SHOULD")).contains("WARNING  H09", "--> POST");
    ClientTestRun set = run(ClientTests.WithOtherOptions.class);
    assertThat(set.result("shouldFails").getStatus()).isEqualTo(Status.FAILED);
    assertThat(set.message("shouldFails")).contains("WARNING  H09");
    assertThat(set.result("shouldAborts").getStatus()).isEqualTo(Status.ABORTED);
  }

  @Test
  void stepThatWasNotPerformedFailsOnRequest() {
    assertThat(run(ClientTests.WithOtherOptions.class).message("stepIsMissing"))
        .contains("Not all steps of the preset plain were performed. The next one is: Call");
  }

  @Test
  void rulesAreSelectedAndExpectedToFail() {
    ClientTestRun run = run(ClientTests.WithExpectedFailure.class);
    assertThat(run.result("violates").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(run.result("violatesAnotherRule").getStatus()).isEqualTo(Status.SUCCESSFUL);
    assertThat(run.message("keeps")).endsWith("\nB03 is kept: it is no longer an expected failure");
    assertThat(run.message("showsNothingOfTheRule")).contains("A05 was not evaluated: ");
    assertThat(run.message("namesAnUnknownRule"))
        .startsWith("only: there is no rule 'Z99'; rules are [B01, ");
    assertThat(root(run.result("namesAnUnknownPreset").getThrowable().orElseThrow()))
        .startsWith("preset is 'plane'; expected one of plain, oauth, ");
  }

  private static String root(Throwable failure) {
    return failure.getCause() == null ? failure.getMessage() : root(failure.getCause());
  }

  @Test
  void userSignsInAndFaultsAreProvoked() {
    ClientTestRun run = run(ClientTests.WithPresets.class);
    assertThat(run.message("signsIn")).isEmpty();
    assertThat(run.message("keepsAnEndedSession")).contains("FAILURE  H08");
    assertThat(run.message("provokesAnUnknownFault")).contains("end-session", "drop-stream");
  }

  @Test
  void reportIsStored(@TempDir Path folder) throws IOException {
    ClientTestRun.of(
        ClientTests.WithOtherOptions.class,
        Map.of(
            "mcp.client-check.url",
            SERVER.uri().toString(),
            "mcp.client-check.reports",
            folder.toString()));
    assertThat(
            Files.readString(folder.resolve("WithOtherOptions.shouldFails-ClientCheckRun-.html")))
        .contains("H09");
  }

  @Test
  void documentationPrintsTheSource() throws IOException {
    Path source = Path.of("src/test/java/com/acme/client/EchoClientIT.java");
    String text = Files.readString(source);
    assertThat(Files.readString(Path.of("..", "docs", "start", "client-check.md")))
        .contains("```java\n" + text.substring(text.indexOf("@McpClientCheck")) + "```");
  }
}
