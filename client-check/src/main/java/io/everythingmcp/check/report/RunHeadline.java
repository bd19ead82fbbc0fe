package io.everythingmcp.check.report;

import io.everythingmcp.check.rule.RuleFinding;
import io.everythingmcp.check.view.JournalView;
import java.util.List;

/** One sentence about a run: what happened, and what did not. The first row that holds wins. */
final class RunHeadline {
  private RunHeadline() {}

  static String of(JournalView view, List<RuleFinding> findings, ClientFacts client) {
    HeadlineFacts facts = new HeadlineFacts(view, findings, client);
    return ArrivalRows.of(facts)
        .or(() -> new LoginRows(facts).first())
        .or(() -> TalkRows.of(facts))
        .orElseGet(() -> RunOutcome.of(view, findings, client));
  }
}
