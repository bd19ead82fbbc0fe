package io.everythingmcp.check.fault;

/** Delays the first tool call by more than a minute before it is forwarded. */
final class SlowTool implements RunFault {
  private static final long MILLIS = 70_000;

  private boolean done;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (call.calls("echo") && !done) {
      done = true;
      call.delay("P33", scene.delay(MILLIS));
      scene.provoked("P33", call.n(), FaultDetails.of("variant", "silent"));
    } else if (call.calls("longRunningOperation")) {
      scene.provoked("P33", call.n(), FaultDetails.of("variant", "progress"));
    }
  }
}
