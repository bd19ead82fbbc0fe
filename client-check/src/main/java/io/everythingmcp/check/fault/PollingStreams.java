package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.RecordedEvent;

/**
 * Closes the response streams of calls early: the client receives an event id and a retry time, and
 * reconnects for the response.
 */
final class PollingStreams implements RunFault {
  private int calls;

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (!call.calls("longRunningOperation") || call.modern() || calls >= 2) {
      return;
    }
    int retry = ++calls == 1 ? 500 : 3000;
    StreamWish.of(call);
    call.events(
        (event, text) -> {
          if (event.id() == null) {
            return StreamStep.write(text);
          }
          call.fault("P02");
          scene.provoked("P02", call.n(), FaultDetails.of("retry", Integer.toString(retry)));
          return StreamStep.end(priming(event, retry));
        });
  }

  private static String priming(RecordedEvent event, int retry) {
    return "id: " + event.id() + "\nretry: " + retry + "\ndata: \n\n";
  }
}
