package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import java.io.PrintWriter;
import java.util.function.BiConsumer;

/** Prints the progress of a run: a dot or a line for each scenario. */
final class ProgressPrinter implements BiConsumer<Integer, CheckResult> {
  private static final int LINE = 60;

  private final PrintWriter err;
  private final ReportRedaction redaction;
  private final boolean verbose;

  ProgressPrinter(PrintWriter err, ReportRedaction redaction, boolean verbose) {
    this.err = err;
    this.redaction = redaction;
    this.verbose = verbose;
  }

  @Override
  public void accept(Integer number, CheckResult outcome) {
    if (verbose && outcome.status() != CheckStatus.SKIPPED) {
      err.println(ConsoleSummary.line(outcome, redaction));
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
