package io.everythingmcp.conformance.report;

import io.everythingmcp.conformance.harness.Exchange;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Status;
import java.util.List;

/** What is said on a terminal. */
public final class Summary {
  private Summary() {}

  /** One line for an outcome. */
  public static String line(Outcome outcome, Redaction redaction) {
    String revision = outcome.revision() == null ? "" : " (" + outcome.revision() + ")";
    String name = outcome.about().id() + revision;
    return switch (outcome.status()) {
      case SUCCESS -> "ok       " + name + " " + outcome.took().toMillis() + " ms";
      case SKIPPED -> "n/a      " + name + ": " + redaction.clean(outcome.came());
      case FAILURE -> "FAILURE  " + name + "\n" + details(outcome, redaction);
      case WARNING -> "WARNING  " + name + "\n" + details(outcome, redaction);
    };
  }

  private static String details(Outcome outcome, Redaction redaction) {
    return "         rule:     "
        + outcome.about().title()
        + "\n         expected: "
        + redaction.clean(outcome.expected())
        + "\n         came:     "
        + redaction.clean(outcome.came())
        + "\n         see:      "
        + outcome.about().rule();
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
