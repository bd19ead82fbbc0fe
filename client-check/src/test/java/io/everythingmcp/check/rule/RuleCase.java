package io.everythingmcp.check.rule;

import java.util.function.Consumer;

/**
 * Rule with a conforming and a non-conforming client.
 *
 * @param broken the status of the finding for the non-conforming client
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
