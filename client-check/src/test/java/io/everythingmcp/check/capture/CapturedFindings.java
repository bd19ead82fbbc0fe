package io.everythingmcp.check.capture;

import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.report.RunReport;
import io.everythingmcp.check.rule.FindingStatus;
import java.util.List;

/** Findings of the rules in a recording. */
final class CapturedFindings {
  private CapturedFindings() {}

  /** Returns failures and warnings with the lines that show them. */
  static List<String> of(JournalSnapshot snapshot) {
    return RunReport.of(snapshot).findings().stream()
        .filter(finding -> finding.is(FindingStatus.FAILURE) || finding.is(FindingStatus.WARNING))
        .map(
            finding ->
                finding.status()
                    + " "
                    + finding.text().rule()
                    + " "
                    + finding.evidence().subList(0, Math.min(3, finding.evidence().size())))
        .toList();
  }
}
