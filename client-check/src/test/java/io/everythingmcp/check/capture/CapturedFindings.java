package io.everythingmcp.check.capture;

import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.report.RunReport;
import io.everythingmcp.check.rule.FindingStatus;

/** Prints what the rules find in a recording, for the one who writes rules. */
final class CapturedFindings {
  private CapturedFindings() {}

  static void print(String file, int run, JournalSnapshot snapshot) {
    RunReport report = RunReport.of(snapshot);
    System.out.println("== " + file + " run " + run + ": " + report.headline());
    report.findings().stream()
        .filter(finding -> !finding.is(FindingStatus.SUCCESS))
        .filter(finding -> !finding.is(FindingStatus.SKIPPED))
        .forEach(
            finding ->
                System.out.println(
                    finding.status()
                        + " "
                        + finding.text().rule()
                        + " "
                        + finding.evidence()
                        + " "
                        + finding.compared()
                        + " "
                        + finding.received()));
  }
}
