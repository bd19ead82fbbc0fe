package io.everythingmcp.check.fault;

/** Rejects requests as a rate-limited server does. */
final class RateLimited implements RunFault {
  private static final String SECONDS = "5";

  private final boolean scripted;
  private boolean wanted;
  private int calls;

  private RateLimited(boolean scripted) {
    this.scripted = scripted;
  }

  static RateLimited onDemand() {
    return new RateLimited(false);
  }

  /** Refuses the first call with 429, and the third one with 503. */
  static RateLimited script() {
    return new RateLimited(true);
  }

  @Override
  public void provoke() {
    wanted = true;
  }

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (!call.rpcMethod().equals("tools/call")) {
      return;
    }
    calls++;
    boolean now = wanted || (scripted && calls == 1);
    boolean away = scripted && calls == 3;
    if (now || away) {
      wanted = false;
      refuse(call, scene, now ? 429 : 503);
    }
  }

  private static void refuse(RunCall call, FaultScene scene, int status) {
    call.replaceResponse(
        "P63",
        ReplacementResponse.error(status, call, -32000, "Rate limit exceeded: retry later")
            .with("Retry-After", SECONDS));
    scene.provoked("P63", call.n(), FaultDetails.of("status", Integer.toString(status)));
  }
}
