package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.report.Redaction;
import io.everythingmcp.conformance.report.Summary;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Status;
import java.io.PrintWriter;
import java.util.function.BiConsumer;

/** Tells how far a run has come: a dot each, or a line each. */
final class Progress implements BiConsumer<Integer, Outcome> {
  private static final int LINE = 60;

  private final PrintWriter err;
  private final Redaction redaction;
  private final boolean verbose;

  Progress(PrintWriter err, Redaction redaction, boolean verbose) {
    this.err = err;
    this.redaction = redaction;
    this.verbose = verbose;
  }

  @Override
  public void accept(Integer number, Outcome outcome) {
    if (verbose && outcome.status() != Status.SKIPPED) {
      err.println(Summary.line(outcome, redaction));
    } else if (!verbose) {
      err.print(
          switch (outcome.status()) {
            case SUCCESS -> ".";
            case SKIPPED -> "-";
            case WARNING -> "w";
            case FAILURE -> "F";
          });
      if (number % LINE == 0) {
        err.println(" " + number);
      }
    }
    err.flush();
  }
}
