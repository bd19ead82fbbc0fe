package io.everythingmcp.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.HtmlReport;
import io.everythingmcp.conformance.report.JsonReport;
import io.everythingmcp.conformance.report.JunitReport;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.report.SuiteResult;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.RequirementViolation;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** Reports of a run with one outcome of each kind. */
class ReportsTest {
  private static final ScenarioInfo ABOUT =
      new ScenarioInfo(
          "area/check",
          "A <rule> & its title",
          RequirementLevel.MUST,
          SpecRevision.R2025_03_26,
          SpecRevision.R2025_11_25,
          "https://example.com/rules#one",
          List.of());

  private static CheckResult outcome(CheckStatus status) {
    return new CheckResult(
        ABOUT,
        SpecRevision.R2025_11_25,
        status,
        "expected <this>",
        "came \u0001 <that> Bearer-secret-9",
        List.of(),
        Instant.EPOCH,
        Duration.ofMillis(5));
  }

  private static ScenarioInfo about(String rule) {
    return new ScenarioInfo(
        ABOUT.id(), ABOUT.title(), ABOUT.level(), ABOUT.since(), ABOUT.until(), rule, List.of());
  }

  private static CheckResult outcome(
      CheckStatus status, ScenarioInfo about, SpecRevision revision, String came) {
    return new CheckResult(
        about, revision, status, "something", came, List.of(), Instant.EPOCH, Duration.ZERO);
  }

  private static SuiteResult run(CheckStatus... statuses) {
    return run(Stream.of(statuses).map(ReportsTest::outcome).toArray(CheckResult[]::new));
  }

  private static SuiteResult run(CheckResult... outcomes) {
    return new SuiteResult(
        "http://localhost/mcp",
        "some server",
        List.of("2025-11-25"),
        Instant.EPOCH,
        Duration.ofSeconds(1),
        List.of(outcomes),
        new ReportRedaction(List.of("Bearer-secret-9")));
  }

  @Test
  void htmlShowsEscapedFailures() {
    String page = HtmlReport.of(run(CheckStatus.FAILURE, CheckStatus.SUCCESS, CheckStatus.SKIPPED));

    assertThat(page).contains("A &lt;rule&gt; &amp; its title", "expected &lt;this&gt;");
    assertThat(page).contains("https://example.com/rules#one", "Breaks 1 of the rules");
    assertThat(page)
        .doesNotContain("Bearer-secret-9")
        .doesNotContain("<script")
        .doesNotContain("src=");
  }

  @Test
  void jsonHasTheFormatOfTheOfficialSuite() {
    JsonNode checks =
        JsonTrees.read(
            JsonReport.of(run(CheckStatus.FAILURE, CheckStatus.WARNING, CheckStatus.SKIPPED)));

    assertThat(checks).hasSize(3);
    for (JsonNode check : checks) {
      for (String field : List.of("id", "name", "description", "status", "timestamp", "details")) {
        assertThat(check.has(field)).as(field).isTrue();
      }
      assertThat(check.at("/specReferences/0/url").asText()).isEqualTo(ABOUT.rule());
      assertThat(check.path("id").asText()).isEqualTo("area/check");
    }
    assertThat(checks.get(0).path("errorMessage").asText())
        .contains("actual:")
        .doesNotContain("secret-9");
  }

  @Test
  void xmlIsWellFormedForAnyText() throws Exception {
    String xml =
        JunitReport.of(
            run(
                CheckStatus.FAILURE,
                CheckStatus.WARNING,
                CheckStatus.SKIPPED,
                CheckStatus.SUCCESS));

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
    assertThat(xml).doesNotContain("secret-9");
  }

  @Test
  void xmlKeepsSupplementaryCharacters() {
    String emoji = new String(Character.toChars(0x1F600));
    String xml =
        JunitReport.of(run(outcome(CheckStatus.FAILURE, ABOUT, SpecRevision.R2025_11_25, emoji)));
    assertThat(xml).containsAnyOf(emoji, "&#128512;", "&#x1f600;").doesNotContain("actual: ?");
  }

  @Test
  void equalFindingsOfTwoRevisionsArePrintedOnce() {
    SuiteResult run =
        run(
            outcome(CheckStatus.FAILURE, ABOUT, SpecRevision.R2025_11_25, "HTTP 200"),
            outcome(CheckStatus.FAILURE, ABOUT, SpecRevision.R2026_07_28, "HTTP 200"),
            outcome(CheckStatus.FAILURE, ABOUT, SpecRevision.R2026_07_28, "HTTP 500"));
    assertThat(ConsoleSummary.findings(run))
        .hasSize(2)
        .first(STRING)
        .contains("area/check (2025-11-25, 2026-07-28)", "HTTP 200");
  }

  @Test
  void reasonsForSkippedChecksArePrintedOnceWithTheirNumber() {
    SuiteResult run =
        run(
            outcome(CheckStatus.SKIPPED, ABOUT, SpecRevision.R2025_11_25, "no second caller"),
            outcome(CheckStatus.SKIPPED, ABOUT, SpecRevision.R2026_07_28, "no second caller"));
    assertThat(ConsoleSummary.notApplicable(run))
        .singleElement(STRING)
        .contains("2  no second caller");
  }

  @Test
  void ruleIsLinkedInTheTestedRevision() {
    ScenarioInfo progress = about(SpecificationLinks.PROGRESS + "progress-flow");
    assertThat(outcome(CheckStatus.FAILURE, progress, SpecRevision.R2025_06_18, "").rule())
        .endsWith("specification/2025-06-18/basic/utilities/progress#progress-flow");
    assertThat(outcome(CheckStatus.FAILURE, progress, SpecRevision.R2026_07_28, "").rule())
        .endsWith("specification/2026-07-28/basic/patterns/progress#progress-flow");
    assertThat(
            outcome(
                    CheckStatus.FAILURE,
                    about(SpecificationLinks.TOOLS + "tool"),
                    SpecRevision.R2026_07_28,
                    "")
                .rule())
        .endsWith("specification/2026-07-28/server/tools#tool");
    assertThat(outcome(CheckStatus.FAILURE, ABOUT, SpecRevision.R2026_07_28, "").rule())
        .isEqualTo(ABOUT.rule());
  }

  @Test
  void scenariosOfTheNewestRevisionLinkToIt() {
    assertThat(ScenarioCatalog.all().stream().map(ScenarioInfo::of))
        .filteredOn(about -> about.applies(SpecRevision.R2026_07_28))
        .extracting(
            about -> outcome(CheckStatus.FAILURE, about, SpecRevision.R2026_07_28, "").rule())
        .noneMatch(rule -> rule.contains("/specification/2025-11-25/"));
  }

  @Test
  void missingResponseIsReported() {
    assertThat(new RequirementViolation("a response", "").actual()).isEqualTo("nothing");
  }

  @Test
  void warningIsNoFailure() {
    assertThat(run(CheckStatus.WARNING, CheckStatus.SUCCESS).conforms()).isTrue();
    assertThat(run(CheckStatus.FAILURE, CheckStatus.SUCCESS).conforms()).isFalse();
  }
}
