package io.everythingmcp.conformance.report;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.harness.CapturedExchange;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Summary for the terminal. */
public final class ConsoleSummary {
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final int SHOWN = 5;

  private ConsoleSummary() {}

  /** One line for an outcome. */
  public static String line(CheckResult outcome, ReportRedaction redaction) {
    String name = name(outcome);
    return switch (outcome.status()) {
      case SUCCESS -> "ok       " + name + " " + outcome.took().toMillis() + " ms";
      case SKIPPED -> "n/a      " + name + ": " + redaction.clean(outcome.actual());
      case FAILURE -> "FAILURE  " + name + "\n" + details(outcome, redaction);
      case WARNING -> "WARNING  " + name + "\n" + details(outcome, redaction);
    };
  }

  /**
   * The findings: each once, with all revisions in which it was seen.
   *
   * @return failures first, then warnings
   */
  public static List<String> findings(SuiteResult run) {
    List<String> lines = new ArrayList<>();
    for (CheckStatus status : List.of(CheckStatus.FAILURE, CheckStatus.WARNING)) {
      Map<List<String>, List<CheckResult>> same = new LinkedHashMap<>();
      run.with(status).forEach(o -> same.computeIfAbsent(key(o), k -> new ArrayList<>()).add(o));
      same.values().forEach(outcomes -> lines.add(finding(outcomes, run.redaction())));
    }
    return lines;
  }

  /** Two findings are equal if expected and actual value are equal, except for ids and times. */
  private static List<String> key(CheckResult outcome) {
    return List.of(
        outcome.about().id(), outcome.expected(), outcome.actual().replaceAll("[0-9a-f]{8,}", ""));
  }

  private static String finding(List<CheckResult> outcomes, ReportRedaction redaction) {
    CheckResult first = outcomes.get(0);
    String revisions =
        outcomes.stream()
            .map(CheckResult::revision)
            .filter(Objects::nonNull)
            .map(SpecRevision::text)
            .collect(Collectors.joining(", "));
    String where = revisions.isEmpty() ? "" : " (" + revisions + ")";
    return "%-9s".formatted(first.status())
        + first.about().id()
        + where
        + "\n"
        + details(first, redaction);
  }

  /** Why checks did not apply: each reason once, with the number of checks. */
  public static List<String> notApplicable(SuiteResult run) {
    Map<String, Long> reasons =
        run.with(CheckStatus.SKIPPED).stream()
            .collect(
                Collectors.groupingBy(
                    CheckResult::actual, LinkedHashMap::new, Collectors.counting()));
    return reasons.entrySet().stream()
        .map(e -> "n/a      %3d  %s".formatted(e.getValue(), run.redaction().clean(e.getKey())))
        .toList();
  }

  /** The checks that took longest. */
  public static List<String> slowest(SuiteResult run) {
    return run.outcomes().stream()
        .filter(outcome -> outcome.took().compareTo(SLOW) >= 0)
        .sorted(Comparator.comparing(CheckResult::took).reversed())
        .limit(SHOWN)
        .map(o -> "slow     %5.1f s  %s".formatted(o.took().toMillis() / 1000.0, name(o)))
        .toList();
  }

  private static String name(CheckResult outcome) {
    return outcome.about().id()
        + (outcome.revision() == null ? "" : " (" + outcome.revision() + ")");
  }

  private static String details(CheckResult outcome, ReportRedaction redaction) {
    return "         rule:     "
        + outcome.about().title()
        + "\n         expected: "
        + redaction.clean(outcome.expected())
        + "\n         actual:   "
        + redaction.clean(outcome.actual())
        + "\n         see:      "
        + outcome.rule();
  }

  /** All exchanges of an outcome, for the first screen of a failed test. */
  public static String evidence(CheckResult outcome, ReportRedaction redaction) {
    StringBuilder text = new StringBuilder(line(outcome, redaction)).append('\n');
    List<CapturedExchange> all = outcome.evidence();
    for (CapturedExchange exchange : all.subList(Math.max(0, all.size() - 4), all.size())) {
      text.append("\n--> ").append(ExchangeFormatter.request(exchange));
      text.append("\n<-- ").append(ExchangeFormatter.response(exchange)).append('\n');
    }
    return redaction.clean(text.toString());
  }

  /** The figures. */
  public static String of(SuiteResult run) {
    return "%s at %s: %d passed, %d failures, %d warnings, %d not applicable, in %.1f s"
        .formatted(
            run.name(),
            run.redaction().clean(run.server()),
            run.count(CheckStatus.SUCCESS),
            run.count(CheckStatus.FAILURE),
            run.count(CheckStatus.WARNING),
            run.count(CheckStatus.SKIPPED),
            run.took().toMillis() / 1000.0);
  }
}
