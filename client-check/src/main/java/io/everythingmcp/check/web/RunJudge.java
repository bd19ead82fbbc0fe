package io.everythingmcp.check.web;

import io.everythingmcp.check.run.CheckRun;

/** Judges what was recorded in a run. */
@FunctionalInterface
public interface RunJudge {
  /** What is said about the run now. */
  RunVerdict judge(CheckRun run);
}
