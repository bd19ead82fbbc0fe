package io.everythingmcp.check.fault;

/** Delays the next tool call before it is forwarded. */
final class SlowResponse implements RunFault {
  private static final long MILLIS = 30_000;

  private boolean wanted;

  @Override
  public void provoke() {
    wanted = true;
  }

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (wanted && call.rpcMethod().equals("tools/call")) {
      wanted = false;
      call.delay("P33", scene.delay(MILLIS));
      scene.provoked("P33", call.n());
    }
  }
}
