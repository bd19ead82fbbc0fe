package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.report.Redaction;
import io.everythingmcp.conformance.report.Summary;
import io.everythingmcp.conformance.run.Catalog;
import io.everythingmcp.conformance.run.Runner;
import io.everythingmcp.conformance.run.Selection;
import io.everythingmcp.conformance.scenario.About;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Status;
import io.everythingmcp.conformance.server.Detection;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.server.Server;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Scenarios as tests. */
public final class ConformanceTests {
  private final Redaction redaction;
  private final Set<String> known;
  private final boolean strict;
  private final boolean complete;

  private ConformanceTests(Redaction redaction, McpConformance wanted) {
    this.redaction = redaction;
    this.known = Set.of(wanted.expectedFailures());
    this.strict = wanted.strict();
    this.complete = wanted.complete();
  }

  /** A test for each scenario that is wanted. */
  static Stream<DynamicTest> of(Server server, McpConformance wanted) {
    Profile profile = Detection.of(server);
    ConformanceTests tests = new ConformanceTests(new Redaction(server.secrets()), wanted);
    Selection selection = Selection.only(wanted.only());
    Runner runner = new Runner(profile);
    return Catalog.all().stream()
        .filter(scenario -> selection.wants(About.of(scenario)))
        .map(scenario -> tests.test(scenario, runner));
  }

  private DynamicTest test(Scenario scenario, Runner runner) {
    About about = About.of(scenario);
    return DynamicTest.dynamicTest(
        about.id() + ": " + about.title(),
        () -> {
          List<Outcome> outcomes = runner.run(List.of(scenario), Selection.all());
          outcomes.forEach(this::judge);
          boolean ran = outcomes.stream().anyMatch(o -> o.status() != Status.SKIPPED);
          if (!ran) {
            throw new TestAbortedException(outcomes.get(0).came());
          }
          if (known.contains(about.id()) && outcomes.stream().noneMatch(Outcome::isBad)) {
            throw new AssertionError(about.id() + " passes: it is no expected failure any more");
          }
        });
  }

  private void judge(Outcome outcome) {
    boolean bad =
        switch (outcome.status()) {
          case FAILURE -> true;
          case WARNING -> strict;
          case SKIPPED -> complete;
          case SUCCESS -> false;
        };
    if (bad && !known.contains(outcome.about().id())) {
      throw new AssertionError(Summary.evidence(outcome, redaction));
    }
  }
}
