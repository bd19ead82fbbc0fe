package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioRunner;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.server.ServerDetection;
import io.everythingmcp.conformance.server.ServerProfile;
import io.everythingmcp.conformance.server.TargetServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Scenarios as tests. */
public final class ConformanceTests {
  private final ReportRedaction redaction;
  private final Set<String> expectedFailures;
  private final boolean strict;
  private final boolean complete;

  private ConformanceTests(ReportRedaction redaction, McpConformance wanted) {
    this.redaction = redaction;
    this.expectedFailures = Set.of(wanted.expectedFailures());
    this.strict = wanted.strict();
    this.complete = wanted.complete();
  }

  /** Creates a test for each selected scenario. */
  static Stream<DynamicTest> of(TargetServer server, McpConformance wanted) {
    ServerProfile profile = ServerDetection.of(server);
    ConformanceTests tests = new ConformanceTests(new ReportRedaction(server.secrets()), wanted);
    ScenarioSelection selection = ScenarioSelection.only(wanted.only());
    ScenarioRunner runner = new ScenarioRunner(profile);
    return ScenarioCatalog.all().stream()
        .filter(scenario -> selection.includes(ScenarioInfo.of(scenario)))
        .map(scenario -> tests.test(scenario, runner));
  }

  private DynamicTest test(Scenario scenario, ScenarioRunner runner) {
    ScenarioInfo about = ScenarioInfo.of(scenario);
    return DynamicTest.dynamicTest(
        about.id() + ": " + about.title(),
        () -> {
          List<CheckResult> outcomes = runner.run(List.of(scenario), ScenarioSelection.all());
          outcomes.forEach(this::judge);
          boolean ran = outcomes.stream().anyMatch(o -> o.status() != CheckStatus.SKIPPED);
          if (!ran) {
            throw new TestAbortedException(outcomes.get(0).actual());
          }
          if (expectedFailures.contains(about.id())
              && outcomes.stream().noneMatch(CheckResult::isBad)) {
            throw new AssertionError(about.id() + " passes: it is no longer an expected failure");
          }
        });
  }

  private void judge(CheckResult outcome) {
    boolean bad =
        switch (outcome.status()) {
          case FAILURE -> true;
          case WARNING -> strict;
          case SKIPPED -> complete;
          case SUCCESS -> false;
        };
    if (bad && !expectedFailures.contains(outcome.about().id())) {
      throw new AssertionError(ConsoleSummary.evidence(outcome, redaction));
    }
  }
}
