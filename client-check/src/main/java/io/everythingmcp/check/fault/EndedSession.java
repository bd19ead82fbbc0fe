package io.everythingmcp.check.fault;

import java.util.HashSet;
import java.util.Set;

/**
 * A session that the server has ended: requests with its id get the response of the server for
 * unknown sessions.
 */
final class EndedSession implements RunFault {
  private static final String SESSION = "Mcp-Session-Id";
  private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

  private Set<String> ended = new HashSet<>();
  private final int at;
  private int seen;
  private boolean wanted;

  private EndedSession(int at) {
    this.at = at;
  }

  static EndedSession onDemand() {
    return new EndedSession(0);
  }

  /** Ends the session with this request of the session. */
  static EndedSession atRequest(int number) {
    return new EndedSession(number);
  }

  @Override
  public void provoke() {
    wanted = true;
  }

  @Override
  public void meet(RunCall call, FaultScene scene) {
    String session = call.header(SESSION).orElse("");
    if (session.isEmpty()) {
      return;
    }
    if (call.asks() && at > 0 && ++seen == at) {
      wanted = true;
    }
    if (wanted && call.asks()) {
      wanted = false;
      ended.add(session);
      scene.provoked("P03", call.n());
    }
    if (ended.contains(session)) {
      call.headers().put(SESSION, UNKNOWN);
      call.fault("P03");
    }
    call.events(
        (event, text) -> ended.contains(session) ? StreamStep.end("") : StreamStep.write(text));
  }
}
