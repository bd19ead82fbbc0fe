package io.everythingmcp.conformance.broken;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Comparison of the results of scenarios with and without a fault. */
final class FaultProof {
  private static final Duration QUICK = Duration.ofMillis(150);

  private final Map<String, CheckResult> healthy = new TreeMap<>();

  /** Runs the scenarios without a fault. */
  FaultProof(FaultyServerRig bench, List<String> ids) {
    bench
        .run(ServerFault.NONE, ids.toArray(String[]::new))
        .forEach(outcome -> healthy.merge(outcome.about().id(), outcome, FaultProof::mostSevere));
  }

  private static CheckResult mostSevere(CheckResult a, CheckResult b) {
    boolean second =
        b.status() != CheckStatus.SUCCESS
            || (a.status() == CheckStatus.SUCCESS && b.took().compareTo(a.took()) > 0);
    return second ? b : a;
  }

  /** Asserts that all scenarios pass without a fault. */
  void allPass() {
    ReportRedaction redaction = new ReportRedaction(List.of());
    assertThat(healthy.values().stream().filter(o -> o.status() != CheckStatus.SUCCESS))
        .as("scenarios that fail without a fault, or that were not run")
        .map(outcome -> ConsoleSummary.evidence(outcome, redaction))
        .isEmpty();
  }

  /**
   * Returns the scenarios of the area that fail with this fault, of the one that is expected to
   * fail and the fast ones.
   */
  Set<String> failing(FaultyServerRig bench, String id, ServerFault fault) {
    String area = id.substring(0, id.indexOf('/') + 1);
    String[] wanted =
        Stream.concat(
                Stream.of(id),
                healthy.values().stream()
                    .filter(outcome -> outcome.took().compareTo(QUICK) < 0)
                    .map(outcome -> outcome.about().id())
                    .filter(other -> other.startsWith(area)))
            .distinct()
            .toArray(String[]::new);
    Set<String> bad = new TreeSet<>();
    bench.run(fault, wanted).stream()
        .filter(CheckResult::isBad)
        .forEach(outcome -> bad.add(outcome.about().id()));
    return bad;
  }

  /** Asserts that only the expected scenarios have failed. */
  static void check(String id, Set<String> failing) {
    Set<String> allowed = new TreeSet<>(FaultCatalogue.TOGETHER.getOrDefault(id, Set.of()));
    allowed.add(id);
    assertThat(failing)
        .as("scenarios that fail against the server without " + id)
        .contains(id)
        .isSubsetOf(allowed);
  }

  /** Returns the ids of all scenarios of an area, or of all other areas. */
  static List<String> ids(String area, boolean inside) {
    return ScenarioCatalog.all().stream()
        .map(ScenarioInfo::of)
        .filter(about -> about.area().equals(area) == inside)
        .map(ScenarioInfo::id)
        .toList();
  }
}
