package io.everythingmcp.check.rule;

import java.util.function.Consumer;

/**
 * A rule with a client that keeps it and one that breaks it.
 *
 * @param broken what the finding is for the one that breaks it
 */
record RuleCase(
    String id, Consumer<ScriptedRun> good, Consumer<ScriptedRun> bad, FindingStatus broken) {
  static RuleCase must(String id, Consumer<ScriptedRun> good, Consumer<ScriptedRun> bad) {
    return new RuleCase(id, good, bad, FindingStatus.FAILURE);
  }

  static RuleCase should(String id, Consumer<ScriptedRun> good, Consumer<ScriptedRun> bad) {
    return new RuleCase(id, good, bad, FindingStatus.WARNING);
  }

  static RuleCase note(String id, Consumer<ScriptedRun> good, Consumer<ScriptedRun> bad) {
    return new RuleCase(id, good, bad, FindingStatus.INFO);
  }

  @Override
  public String toString() {
    return id;
  }
}
