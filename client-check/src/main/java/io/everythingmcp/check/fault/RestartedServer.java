package io.everythingmcp.check.fault;

/** A restarted server without its sessions: streams end, sessions are unknown. */
final class RestartedServer implements RunFault {
  private static final String SESSION = "Mcp-Session-Id";
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private java.util.Set<String> known = new java.util.HashSet<>();
  private java.util.Set<String> lost = new java.util.HashSet<>();
  private boolean noted = true;

  @Override
  public void provoke() {
    lost.addAll(known);
    noted = lost.isEmpty();
  }

  @Override
  public void meet(RunCall call, FaultScene scene) {
    String session = call.header(SESSION).orElse("");
    if (session.isEmpty()) {
      return;
    }
    known.add(session);
    if (lost.contains(session)) {
      call.headers().put(SESSION, UNKNOWN);
      call.fault("P03");
      if (!noted) {
        noted = true;
        scene.provoked("P03", call.n(), FaultDetails.of("cause", "restart"));
      }
    }
    call.events(
        (event, text) -> lost.contains(session) ? StreamStep.cut("") : StreamStep.write(text));
  }
}
