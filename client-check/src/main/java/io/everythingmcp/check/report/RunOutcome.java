package io.everythingmcp.check.report;

import io.everythingmcp.check.rule.FindingStatus;
import io.everythingmcp.check.rule.RuleFinding;
import io.everythingmcp.check.view.JournalView;
import java.util.List;

/** The last rows of the table of headlines: the sum of the findings. */
final class RunOutcome {
  private RunOutcome() {}

  static String of(JournalView view, List<RuleFinding> findings, ClientFacts client) {
    List<RuleFinding> failures = with(findings, FindingStatus.FAILURE);
    List<RuleFinding> warnings = with(findings, FindingStatus.WARNING);
    int kept =
        with(findings, FindingStatus.SUCCESS).size() + with(findings, FindingStatus.INFO).size();
    if (!view.finished()) {
      return "%s%s uses %s; %s kept so far, %d violated."
          .formatted(
              client.name() == null ? "The client" : client.name(),
              client.version() == null ? "" : " " + client.version(),
              client.revisions().isEmpty()
                  ? "no revision yet"
                  : String.join(", ", client.revisions()),
              rules(kept),
              failures.size());
    }
    if (!failures.isEmpty()) {
      return "%s violated. The first: %s%s."
          .formatted(
              failures.size() == 1 ? "One rule was" : failures.size() + " rules were",
              failures.get(0).text().title(),
              evidence(failures.get(0)));
    }
    if (!warnings.isEmpty()) {
      return "No requirement was violated; %s. The first: %s%s."
          .formatted(
              warnings.size() == 1
                  ? "one recommendation was not followed"
                  : warnings.size() + " recommendations were not followed",
              warnings.get(0).text().title(),
              evidence(warnings.get(0)));
    }
    return "All observable requirements are met: %s kept, %d not seen."
        .formatted(rules(kept), with(findings, FindingStatus.SKIPPED).size());
  }

  private static String rules(int count) {
    return count == 1 ? "1 rule" : count + " rules";
  }

  private static String evidence(RuleFinding finding) {
    return finding.evidence().isEmpty() ? "" : " (#" + finding.evidence().get(0) + ")";
  }

  private static List<RuleFinding> with(List<RuleFinding> findings, FindingStatus status) {
    return findings.stream().filter(finding -> finding.is(status)).toList();
  }
}
