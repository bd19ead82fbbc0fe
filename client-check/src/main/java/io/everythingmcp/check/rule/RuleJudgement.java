package io.everythingmcp.check.rule;

import io.everythingmcp.check.view.JournalView;

/** How a rule is judged. */
@FunctionalInterface
public interface RuleJudgement {
  void judge(JournalView view, RuleObservations seen);
}
