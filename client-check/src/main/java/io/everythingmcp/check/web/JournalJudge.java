package io.everythingmcp.check.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.check.journal.JournalSnapshot;
import io.everythingmcp.check.report.RunReport;
import io.everythingmcp.check.run.CheckRun;
import io.everythingmcp.check.run.StepProgress;

/** Evaluates the recorded exchanges with the rules of the specification. */
public final class JournalJudge implements RunJudge {
  @Override
  public RunVerdict judge(CheckRun run) {
    JournalSnapshot journal = run.snapshot();
    StepProgress progress = StepProgress.of(run.preset(), journal, run.skips());
    RunReport judged = RunReport.of(journal);
    ObjectNode report = judged.toJson();
    if (run.isFinished() || progress.next().isEmpty()) {
      report.putNull("next");
    } else {
      report.put("next", progress.next().get().text());
    }
    return new RunVerdict(report, judged.headline(), judged.checksJson(), progress);
  }
}
