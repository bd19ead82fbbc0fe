package io.everythingmcp.conformance.report;

import io.everythingmcp.conformance.harness.Exchange;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Status;
import io.everythingmcp.conformance.talk.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What is said on a terminal. */
public final class Summary {
  private static final Duration SLOW = Duration.ofSeconds(1);
  private static final int SHOWN = 5;

  private Summary() {}

  /** One line for an outcome. */
  public static String line(Outcome outcome, Redaction redaction) {
    String name = name(outcome);
    return switch (outcome.status()) {
      case SUCCESS -> "ok       " + name + " " + outcome.took().toMillis() + " ms";
      case SKIPPED -> "n/a      " + name + ": " + redaction.clean(outcome.came());
      case FAILURE -> "FAILURE  " + name + "\n" + details(outcome, redaction);
      case WARNING -> "WARNING  " + name + "\n" + details(outcome, redaction);
    };
  }

  /**
   * The findings: each once, with all revisions in which it was seen.
   *
   * @return failures first, then warnings
   */
  public static List<String> findings(Run run) {
    List<String> lines = new ArrayList<>();
    for (Status status : List.of(Status.FAILURE, Status.WARNING)) {
      Map<List<String>, List<Outcome>> same = new LinkedHashMap<>();
      run.with(status).forEach(o -> same.computeIfAbsent(key(o), k -> new ArrayList<>()).add(o));
      same.values().forEach(outcomes -> lines.add(finding(outcomes, run.redaction())));
    }
    return lines;
  }

  /** Two findings are one where the same came instead of the same, but for ids and times. */
  private static List<String> key(Outcome outcome) {
    return List.of(
        outcome.about().id(), outcome.expected(), outcome.came().replaceAll("[0-9a-f]{8,}", ""));
  }

  private static String finding(List<Outcome> outcomes, Redaction redaction) {
    Outcome first = outcomes.get(0);
    String revisions =
        outcomes.stream()
            .map(Outcome::revision)
            .filter(Objects::nonNull)
            .map(Revision::text)
            .collect(Collectors.joining(", "));
    String where = revisions.isEmpty() ? "" : " (" + revisions + ")";
    return "%-9s".formatted(first.status())
        + first.about().id()
        + where
        + "\n"
        + details(first, redaction);
  }

  /** Why checks did not apply: each reason once, with the number of checks. */
  public static List<String> notApplicable(Run run) {
    Map<String, Long> reasons =
        run.with(Status.SKIPPED).stream()
            .collect(
                Collectors.groupingBy(Outcome::came, LinkedHashMap::new, Collectors.counting()));
    return reasons.entrySet().stream()
        .map(e -> "n/a      %3d  %s".formatted(e.getValue(), run.redaction().clean(e.getKey())))
        .toList();
  }

  /** The checks that took longest. */
  public static List<String> slowest(Run run) {
    return run.outcomes().stream()
        .filter(outcome -> outcome.took().compareTo(SLOW) >= 0)
        .sorted(Comparator.comparing(Outcome::took).reversed())
        .limit(SHOWN)
        .map(o -> "slow     %5.1f s  %s".formatted(o.took().toMillis() / 1000.0, name(o)))
        .toList();
  }

  private static String name(Outcome outcome) {
    return outcome.about().id()
        + (outcome.revision() == null ? "" : " (" + outcome.revision() + ")");
  }

  private static String details(Outcome outcome, Redaction redaction) {
    return "         rule:     "
        + outcome.about().title()
        + "\n         expected: "
        + redaction.clean(outcome.expected())
        + "\n         came:     "
        + redaction.clean(outcome.came())
        + "\n         see:      "
        + outcome.rule();
  }

  /** All exchanges of an outcome, for the first screen of a failed test. */
  public static String evidence(Outcome outcome, Redaction redaction) {
    StringBuilder text = new StringBuilder(line(outcome, redaction)).append('\n');
    List<Exchange> all = outcome.evidence();
    for (Exchange exchange : all.subList(Math.max(0, all.size() - 4), all.size())) {
      text.append("\n--> ").append(Told.request(exchange));
      text.append("\n<-- ").append(Told.response(exchange)).append('\n');
    }
    return redaction.clean(text.toString());
  }

  /** The figures. */
  public static String of(Run run) {
    return "%s at %s: %d kept, %d failures, %d warnings, %d not applicable, in %.1f s"
        .formatted(
            run.name(),
            run.redaction().clean(run.server()),
            run.count(Status.SUCCESS),
            run.count(Status.FAILURE),
            run.count(Status.WARNING),
            run.count(Status.SKIPPED),
            run.took().toMillis() / 1000.0);
  }
}
