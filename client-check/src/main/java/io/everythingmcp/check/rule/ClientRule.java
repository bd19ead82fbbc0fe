package io.everythingmcp.check.rule;

import io.everythingmcp.check.view.JournalView;
import java.util.function.IntPredicate;

/** A rule: what it demands, and how it is judged. */
public record ClientRule(RuleText text, RuleJudgement judgement) {
  /** Judges all exchanges. */
  public RuleFinding judge(JournalView view) {
    return judge(view, n -> true);
  }

  /** Judges one exchange, compared with the others. */
  public RuleFinding judge(JournalView view, int number) {
    return judge(view, n -> n == number);
  }

  private RuleFinding judge(JournalView view, IntPredicate judged) {
    RuleObservations seen = new RuleObservations(text, judged);
    judgement.judge(view, seen);
    return seen.finding();
  }
}
