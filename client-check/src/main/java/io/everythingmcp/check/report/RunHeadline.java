package io.everythingmcp.check.report;

import io.everythingmcp.check.rule.Finding;
import io.everythingmcp.check.rule.FindingStatus;
import io.everythingmcp.check.view.JournalView;
import java.util.List;

/** One sentence about a run: what happened, and what did not. */
final class RunHeadline {
  private RunHeadline() {}

  static String of(JournalView view, List<Finding> findings, ClientFacts client) {
    if (view.exchanges().isEmpty()) {
      return "Nothing has arrived yet. Put the URL into your client and connect.";
    }
    return RunOutcome.of(view, findings, client);
  }

  static long count(List<Finding> findings, FindingStatus status) {
    return findings.stream().filter(finding -> finding.is(status)).count();
  }
}
