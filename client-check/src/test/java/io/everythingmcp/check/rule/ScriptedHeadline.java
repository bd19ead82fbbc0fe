package io.everythingmcp.check.rule;

import io.everythingmcp.check.report.RunReport;
import java.util.function.Consumer;

/** The headline of the report about a scripted client. */
final class ScriptedHeadline {
  private ScriptedHeadline() {}

  /** Returns the headline during the run. */
  static String running(Consumer<ScriptedRun> script) {
    ScriptedRun run = new ScriptedRun();
    script.accept(run);
    return RunReport.of(run.running()).headline();
  }

  /** Returns the headline after the run. */
  static String finished(Consumer<ScriptedRun> script) {
    ScriptedRun run = new ScriptedRun();
    script.accept(run);
    return RunReport.of(run.finished()).headline();
  }
}
