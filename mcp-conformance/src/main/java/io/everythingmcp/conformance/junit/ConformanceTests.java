package io.everythingmcp.conformance.junit;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.client.ToolCall;
import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.run.PlannedCheck;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioRunner;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.server.ServerDetection;
import io.everythingmcp.conformance.server.ServerProfile;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.ToolRole;
import io.everythingmcp.conformance.server.ToolRoleDetection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;

/** Checks as dynamic tests. */
final class ConformanceTests {
  private final ConformanceSettings settings;
  private final ScenarioRunner runner;
  private final ReportRedaction redaction;
  private final TestReporter reporter;

  private ConformanceTests(
      ConformanceSettings settings, ServerProfile profile, TestReporter reporter) {
    this.settings = settings;
    this.runner = new ScenarioRunner(profile);
    this.redaction = new ReportRedaction(profile.server().secrets());
    this.reporter = reporter;
  }

  /** Detects what the server supports, and creates the tests. */
  static Stream<DynamicNode> of(
      TargetServer server, ConformanceSettings settings, TestReporter reporter) {
    Map<ToolRole, ToolCall> named = new LinkedHashMap<>(server.tools());
    named.putAll(settings.tools());
    List<Scenario> selected =
        ScenarioCatalog.all().stream()
            .filter(scenario -> settings.selection().includes(ScenarioInfo.of(scenario)))
            .toList();
    ServerProfile detected = ServerDetection.of(server.tools(named));
    ServerProfile profile =
        ToolRoleDetection.complete(detected, roles(selected), settings.annotation().tryTools());
    ConformanceTests tests = new ConformanceTests(settings, profile, reporter);
    Map<String, List<PlannedCheck>> areas =
        tests
            .planned(selected)
            .collect(
                Collectors.groupingBy(
                    check -> check.about().area(), LinkedHashMap::new, Collectors.toList()));
    return Stream.concat(
        Stream.of(detection(profile, settings)),
        areas.entrySet().stream()
            .map(
                area ->
                    DynamicContainer.dynamicContainer(
                        area.getKey(), area.getValue().stream().map(tests::test))));
  }

  /** Returns the roles that the prerequisites of scenarios contain. */
  private static Set<ToolRole> roles(List<Scenario> scenarios) {
    return scenarios.stream()
        .flatMap(scenario -> ScenarioInfo.of(scenario).needs().stream())
        .map(ServerPrerequisite::toolRole)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }

  /**
   * A test of the prerequisites of all others. Without it, a server that supports no revision with
   * the credentials of the test would have no failing check.
   */
  private static DynamicTest detection(ServerProfile profile, ConformanceSettings settings) {
    Set<SpecRevision> supported = profile.supportedRevisions().keySet();
    return DynamicTest.dynamicTest(
        "supported revisions: " + supported + "; " + profile.describeTools(),
        () -> {
          if (supported.isEmpty()) {
            throw new AssertionError(
                "The server supports no revision with the credentials of the test. Response to"
                    + " initialize without credentials: "
                    + profile.anonymous());
          }
          if (!supported.containsAll(settings.revisions())) {
            throw new AssertionError(
                "revisions: expected " + settings.revisions() + ", but supported are " + supported);
          }
        });
  }

  private Stream<PlannedCheck> planned(List<Scenario> selected) {
    if (settings.revisions().isEmpty()) {
      return runner.plan(selected, settings.selection()).stream();
    }
    return selected.stream().flatMap(this::plannedInEach);
  }

  /** In each of the given revisions that has the rule; if none has it, once, to be skipped. */
  private Stream<PlannedCheck> plannedInEach(Scenario scenario) {
    List<PlannedCheck> all =
        settings.revisions().stream()
            .flatMap(
                revision ->
                    runner.plan(List.of(scenario), settings.selection().in(revision)).stream())
            .toList();
    List<PlannedCheck> applicable =
        all.stream().filter(check -> check.revision().isPresent()).toList();
    return applicable.isEmpty() ? all.stream().limit(1) : applicable.stream();
  }

  private DynamicTest test(PlannedCheck check) {
    String revision = check.revision().map(r -> " (" + r.text() + ")").orElse("");
    return DynamicTest.dynamicTest(
        check.about().id() + revision + ": " + check.about().title(),
        URI.create("class:" + check.scenario().getClass().getName()),
        () -> {
          Optional<String> exclusion = settings.exclusion(check.about());
          if (exclusion.isPresent()) {
            throw new TestAbortedException("Excluded: " + exclusion.get());
          }
          judge(runner.run(check));
        });
  }

  private void judge(CheckResult result) {
    String id = result.about().id();
    if (settings.expectedFailures().contains(id) && result.status() != CheckStatus.SKIPPED) {
      if (!result.isBad()) {
        throw new AssertionError(id + " passes: it is no longer an expected failure");
      }
      return;
    }
    switch (result.status()) {
      case FAILURE -> throw new AssertionError(ConsoleSummary.evidence(result, redaction));
      case WARNING -> unmetShould(ConsoleSummary.evidence(result, redaction));
      case SKIPPED -> {
        if (settings.annotation().complete()) {
          throw new AssertionError(ConsoleSummary.evidence(result, redaction));
        }
        throw new TestAbortedException(redaction.clean(result.actual()));
      }
      case SUCCESS -> {}
    }
  }

  private void unmetShould(String evidence) {
    switch (settings.annotation().unmetShould()) {
      case REPORT -> reporter.publishEntry("unmet SHOULD", evidence);
      case ABORT -> throw new TestAbortedException(evidence);
      case FAIL -> throw new AssertionError(evidence);
    }
  }
}
