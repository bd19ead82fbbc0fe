package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.report.RunReport;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.StepProgress;

/**
 * Evaluates the recorded exchanges with the rules of the specification. Long runs are evaluated one
 * at a time: each takes up to half a gigabyte of memory.
 */
public final class JournalJudge implements RunJudge {
  private static final int LONG = 5000;

  private final Object turn = new Object();

  @Override
  public RunVerdict judge(CheckRun run) {
    JournalSnapshot journal = run.snapshot();
    if (journal.exchanges().size() <= LONG) {
      return judge(run, journal);
    }
    synchronized (turn) {
      return judge(run, journal);
    }
  }

  private static RunVerdict judge(CheckRun run, JournalSnapshot journal) {
    StepProgress progress = StepProgress.of(run.preset(), journal, run.skips());
    RunReport judged = RunReport.of(journal);
    ObjectNode report = judged.toJson();
    if (run.isFinished() || progress.next().isEmpty()) {
      report.putNull("next");
    } else {
      report.put("next", progress.next().get().text());
    }
    return new RunVerdict(journal, report, judged.headline(), judged.checksJson(), progress);
  }
}
