package io.everythingmcp.check.rule;

import io.everythingmcp.check.view.JournalView;

/** A rule: what it demands, and how it is judged. */
public record ClientRule(RuleText text, RuleJudgement judgement) {
  public RuleFinding judge(JournalView view) {
    RuleObservations seen = new RuleObservations(text);
    judgement.judge(view, seen);
    return seen.finding();
  }
}
