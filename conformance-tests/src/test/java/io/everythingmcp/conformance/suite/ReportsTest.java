package io.everythingmcp.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.report.HtmlReport;
import io.everythingmcp.conformance.report.JsonReport;
import io.everythingmcp.conformance.report.JunitReport;
import io.everythingmcp.conformance.report.Redaction;
import io.everythingmcp.conformance.report.Run;
import io.everythingmcp.conformance.report.Summary;
import io.everythingmcp.conformance.run.Catalog;
import io.everythingmcp.conformance.scenario.About;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.scenario.Status;
import io.everythingmcp.conformance.scenario.Unmet;
import io.everythingmcp.conformance.talk.Revision;
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
  private static final About ABOUT =
      new About(
          "area/check",
          "A <rule> & its title",
          Level.MUST,
          Revision.R2025_03_26,
          Revision.R2025_11_25,
          "https://example.com/rules#one",
          List.of());

  private static Outcome outcome(Status status) {
    return new Outcome(
        ABOUT,
        Revision.R2025_11_25,
        status,
        "expected <this>",
        "came \u0001 <that> Bearer-secret-9",
        List.of(),
        Instant.EPOCH,
        Duration.ofMillis(5));
  }

  private static About about(String rule) {
    return new About(
        ABOUT.id(), ABOUT.title(), ABOUT.level(), ABOUT.since(), ABOUT.until(), rule, List.of());
  }

  private static Outcome outcome(Status status, About about, Revision revision, String came) {
    return new Outcome(
        about, revision, status, "something", came, List.of(), Instant.EPOCH, Duration.ZERO);
  }

  private static Run run(Status... statuses) {
    return run(Stream.of(statuses).map(ReportsTest::outcome).toArray(Outcome[]::new));
  }

  private static Run run(Outcome... outcomes) {
    return new Run(
        "http://localhost/mcp",
        "some server",
        List.of("2025-11-25"),
        Instant.EPOCH,
        Duration.ofSeconds(1),
        List.of(outcomes),
        new Redaction(List.of("Bearer-secret-9")));
  }

  @Test
  void thePageSaysWhatFailedAndEscapesIt() {
    String page = HtmlReport.of(run(Status.FAILURE, Status.SUCCESS, Status.SKIPPED));

    assertThat(page).contains("A &lt;rule&gt; &amp; its title", "expected &lt;this&gt;");
    assertThat(page).contains("https://example.com/rules#one", "Breaks 1 of the rules");
    assertThat(page)
        .doesNotContain("Bearer-secret-9")
        .doesNotContain("<script")
        .doesNotContain("src=");
  }

  @Test
  void theListHasTheShapeOfTheOfficialSuite() {
    JsonNode checks = Json.read(JsonReport.of(run(Status.FAILURE, Status.WARNING, Status.SKIPPED)));

    assertThat(checks).hasSize(3);
    for (JsonNode check : checks) {
      for (String field : List.of("id", "name", "description", "status", "timestamp", "details")) {
        assertThat(check.has(field)).as(field).isTrue();
      }
      assertThat(check.at("/specReferences/0/url").asText()).isEqualTo(ABOUT.rule());
      assertThat(check.path("id").asText()).isEqualTo("area/check");
    }
    assertThat(checks.get(0).path("errorMessage").asText())
        .contains("came:")
        .doesNotContain("secret-9");
  }

  @Test
  void theXmlIsWellFormedWhateverCame() throws Exception {
    String xml =
        JunitReport.of(run(Status.FAILURE, Status.WARNING, Status.SKIPPED, Status.SUCCESS));

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
  void theXmlKeepsCharactersBeyondTheBasicPlane() {
    String emoji = new String(Character.toChars(0x1F600));
    String xml = JunitReport.of(run(outcome(Status.FAILURE, ABOUT, Revision.R2025_11_25, emoji)));
    assertThat(xml).containsAnyOf(emoji, "&#128512;", "&#x1f600;").doesNotContain("came: ?");
  }

  @Test
  void theSameFindingInTwoRevisionsIsPrintedOnce() {
    Run run =
        run(
            outcome(Status.FAILURE, ABOUT, Revision.R2025_11_25, "HTTP 200"),
            outcome(Status.FAILURE, ABOUT, Revision.R2026_07_28, "HTTP 200"),
            outcome(Status.FAILURE, ABOUT, Revision.R2026_07_28, "HTTP 500"));
    assertThat(Summary.findings(run))
        .hasSize(2)
        .first(STRING)
        .contains("area/check (2025-11-25, 2026-07-28)", "HTTP 200");
  }

  @Test
  void aReasonWhyChecksDoNotApplyIsPrintedOnceWithTheirNumber() {
    Run run =
        run(
            outcome(Status.SKIPPED, ABOUT, Revision.R2025_11_25, "no second caller"),
            outcome(Status.SKIPPED, ABOUT, Revision.R2026_07_28, "no second caller"));
    assertThat(Summary.notApplicable(run)).singleElement(STRING).contains("2  no second caller");
  }

  @Test
  void aRuleIsLinkedInTheRevisionThatWasSpoken() {
    About progress = about(Spec.PROGRESS + "progress-flow");
    assertThat(outcome(Status.FAILURE, progress, Revision.R2025_06_18, "").rule())
        .endsWith("specification/2025-06-18/basic/utilities/progress#progress-flow");
    assertThat(outcome(Status.FAILURE, progress, Revision.R2026_07_28, "").rule())
        .endsWith("specification/2026-07-28/basic/patterns/progress#progress-flow");
    assertThat(outcome(Status.FAILURE, about(Spec.TOOLS + "tool"), Revision.R2026_07_28, "").rule())
        .endsWith("specification/2026-07-28/server/tools#tool");
    assertThat(outcome(Status.FAILURE, ABOUT, Revision.R2026_07_28, "").rule())
        .isEqualTo(ABOUT.rule());
  }

  @Test
  void noScenarioThatRunsInTheNewestRevisionLinksToAnOlderOne() {
    assertThat(Catalog.all().stream().map(About::of))
        .filteredOn(about -> about.applies(Revision.R2026_07_28))
        .extracting(about -> outcome(Status.FAILURE, about, Revision.R2026_07_28, "").rule())
        .noneMatch(rule -> rule.contains("/specification/2025-11-25/"));
  }

  @Test
  void aFindingTellsThatNothingCame() {
    assertThat(new Unmet("a response", "").came()).isEqualTo("nothing");
  }

  @Test
  void aWarningIsNoFailure() {
    assertThat(run(Status.WARNING, Status.SUCCESS).conforms()).isTrue();
    assertThat(run(Status.FAILURE, Status.SUCCESS).conforms()).isFalse();
  }
}
