package com.acme.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/** {@code @McpConformance} on test classes of an author of a server. */
class McpConformanceTest {
  private static final String SESSION_ID_UNIQUE =
      "lifecycle/session-id-unique (2025-11-25): Session ids are long and do not resemble each"
          + " other";

  private static Map<String, String> run(Class<?> test, Status status) {
    return ConformanceRun.of(test).with(status);
  }

  @Test
  void serverOfTheLibraryFailsNoCheckAndRolesOfItsToolsAreFound() {
    ConformanceRun run = ConformanceRun.of(ConformanceTestClasses.AllChecks.class);
    assertThat(run.with(Status.FAILED)).isEmpty();
    assertThat(run.with(Status.SUCCESSFUL)).hasSizeGreaterThan(100);
    assertThat(run.with(Status.SUCCESSFUL).keySet())
        .anySatisfy(
            name ->
                assertThat(name)
                    .startsWith(
                        "supported revisions: [2024-11-05, 2025-03-26, 2025-06-18, 2025-11-25,"
                            + " 2026-07-28]; roles of tools: ")
                    .contains(
                        "progress=paint",
                        "input-required=order",
                        "request-state=order",
                        "elicitation=order",
                        "logging=sharpen",
                        "input-validation=measure"));
  }

  @Test
  void brokenRuleFailsItsCheckAndNoOther() {
    assertThat(run(ConformanceTestClasses.WithStatusFilter.class, Status.FAILED))
        .hasSize(1)
        .allSatisfy(
            (name, message) -> {
              assertThat(name)
                  .isEqualTo(
                      "lifecycle/notification-accepted (2025-11-25): A notification returns 202 and"
                          + " no body");
              assertThat(message)
                  .contains(
                      "expected: 202",
                      "https://modelcontextprotocol.io/specification/2025-11-25/",
                      "--> POST http://127.0.0.1:",
                      "notifications/cancelled",
                      "<-- HTTP 200");
            });
  }

  @Test
  void unmetShouldAbortsByDefault() {
    ConformanceRun run = ConformanceRun.of(ConformanceTestClasses.ShouldAborts.class);
    assertThat(run.with(Status.FAILED)).isEmpty();
    assertThat(run.with(Status.ABORTED)).containsOnlyKeys(SESSION_ID_UNIQUE);
    assertThat(run.with(Status.ABORTED).get(SESSION_ID_UNIQUE)).contains("WARNING", "--> POST");
  }

  @Test
  void unmetShouldIsReportedOrFailsBySetting() {
    ConformanceRun reported = ConformanceRun.of(ConformanceTestClasses.ShouldIsReported.class);
    assertThat(reported.with(Status.SUCCESSFUL)).containsKey(SESSION_ID_UNIQUE);
    assertThat(reported.reported().get("unmet SHOULD")).contains("session-id-unique", "--> POST");
    assertThat(run(ConformanceTestClasses.ShouldFails.class, Status.FAILED))
        .containsOnlyKeys(SESSION_ID_UNIQUE);
  }

  @Test
  void excludedCheckIsSkippedWithItsReason() {
    ConformanceRun run = ConformanceRun.of(ConformanceTestClasses.ShouldIsExcluded.class);
    assertThat(run.with(Status.FAILED)).isEmpty();
    assertThat(run.with(Status.ABORTED))
        .containsExactly(Map.entry(SESSION_ID_UNIQUE, "Excluded: ids are for readers"));
  }

  @Test
  void expectedFailureThatPassesFails() {
    assertThat(run(ConformanceTestClasses.FailureIsExpected.class, Status.FAILED).values())
        .containsExactly("lifecycle/ping-result passes: it is no longer an expected failure");
  }

  @Test
  void checksRunInTheGivenRevision() {
    ConformanceRun run = ConformanceRun.of(ConformanceTestClasses.OneRevision.class);
    assertThat(run.with(Status.FAILED)).isEmpty();
    assertThat(run.with(Status.SUCCESSFUL).keySet())
        .anyMatch(name -> name.startsWith("requests/progress-token (2025-06-18): "))
        .anyMatch(name -> name.endsWith("; roles of tools: progress=paint"))
        .noneMatch(name -> name.contains("(2025-11-25)") || name.contains("(2026-07-28)"));
    assertThat(run.with(Status.ABORTED).values())
        .as("no tool is known to be slow, and none was tried")
        .anyMatch(reason -> reason.contains("role slow"));
  }

  @Test
  void destructiveToolIsCalledOnlyIfAllowed() {
    assertThat(run(ConformanceTestClasses.DestructiveIsNotTried.class, Status.SUCCESSFUL).keySet())
        .singleElement()
        .asString()
        .endsWith("no tool has a role");
    assertThat(run(ConformanceTestClasses.DestructiveIsTried.class, Status.SUCCESSFUL).keySet())
        .anyMatch(name -> name.endsWith("; roles of tools: progress=scrap"))
        .anyMatch(name -> name.startsWith("requests/progress-token (2025-11-25): "))
        .anyMatch(name -> name.startsWith("requests/progress-token (2026-07-28): "));
  }

  @Test
  void optionThatSelectsNothingFails() {
    assertThat(run(ConformanceTestClasses.UnknownCheck.class, Status.FAILED).values())
        .singleElement()
        .asString()
        .startsWith("only: there is no check and no area 'lifecycle/pong'; areas are [lifecycle, ");
    assertThat(run(ConformanceTestClasses.NoReason.class, Status.FAILED).values())
        .containsExactly("excluded: the reason of oauth is blank");
  }

  @Test
  void optionForACheckThatIsNotRunFails() {
    assertThat(run(ConformanceTestClasses.ExpectedFailureIsNotRun.class, Status.FAILED).values())
        .containsExactly(
            "expectedFailures: lifecycle/session-id-unique is not run, because it is not in"
                + " 'only'");
    assertThat(run(ConformanceTestClasses.ExpectedFailureIsExcluded.class, Status.FAILED).values())
        .containsExactly("expectedFailures: lifecycle/session-id-unique is excluded, so not run");
    assertThat(run(ConformanceTestClasses.ExclusionIsNotRun.class, Status.FAILED).values())
        .containsExactly(
            "excluded: lifecycle/ping-result is not run anyway, because it is not in 'only'");
  }

  @Test
  void toolThatAlwaysFailsDoesNotValidateItsArguments() {
    assertThat(run(ConformanceTestClasses.BrokenToolIsNamed.class, Status.FAILED).values())
        .isNotEmpty()
        .allSatisfy(
            message ->
                assertThat(message)
                    .contains("a result without isError for the valid arguments {\"grams\":1}"));
    ConformanceRun tried = ConformanceRun.of(ConformanceTestClasses.BrokenToolIsTried.class);
    assertThat(tried.with(Status.FAILED)).isEmpty();
    assertThat(tried.with(Status.ABORTED).values())
        .isNotEmpty()
        .allSatisfy(reason -> assertThat(reason).contains("input-validation"));
  }

  @Test
  void credentialIsSentAndWithAWrongOneTheTestsFail() {
    ConformanceRun right = ConformanceRun.of(ConformanceTestClasses.RightKey.class);
    assertThat(right.with(Status.FAILED)).isEmpty();
    assertThat(right.with(Status.SUCCESSFUL).keySet())
        .anyMatch(name -> name.startsWith("lifecycle/ping-result ("))
        .anyMatch(name -> name.startsWith("isolation/no-credentials-post ("));
    assertThat(run(ConformanceTestClasses.WrongKey.class, Status.FAILED).values())
        .singleElement()
        .asString()
        .startsWith("The server supports no revision with the credentials of the test")
        .contains("HTTP 401");
  }

  @Test
  void documentationPrintsTheSource() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/com/acme/conformance/RemoteConformanceTest.java"));
    assertThat(Files.readString(Path.of("..", "docs", "reference", "conformance.md")))
        .contains("```java\n" + source.substring(source.indexOf("@Enabled")) + "```");
  }
}
