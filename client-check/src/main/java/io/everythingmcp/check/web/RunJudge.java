package io.everythingmcp.check.web;

import io.everythingmcp.check.run.CheckRun;

/** Evaluation of the recorded exchanges of a run. */
@FunctionalInterface
public interface RunJudge {
  /** Returns the current verdict. */
  RunVerdict judge(CheckRun run);
}
