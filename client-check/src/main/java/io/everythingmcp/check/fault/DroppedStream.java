package io.everythingmcp.check.fault;

import io.everythingmcp.check.journal.RecordedEvent;

/** Closes streams of calls: before the response, after it, and instead of it. */
final class DroppedStream implements RunFault {
  private final boolean scripted;
  private boolean wanted;
  private int cut;

  private DroppedStream(boolean scripted) {
    this.scripted = scripted;
  }

  static DroppedStream onDemand() {
    return new DroppedStream(false);
  }

  /** Closes the streams of the first three calls of a tool that reports progress. */
  static DroppedStream script() {
    return new DroppedStream(true);
  }

  @Override
  public void provoke() {
    wanted = true;
  }

  @Override
  public void meet(RunCall call, FaultScene scene) {
    if (scripted && call.calls("longRunningOperation") && cut < 3) {
      int place = cut++;
      StreamWish.of(call);
      call.events(new Cut(call, scene, place));
    } else if (!scripted) {
      call.events(
          (event, text) -> {
            if (!wanted || event.data() == null) {
              return StreamStep.write(text);
            }
            wanted = false;
            boolean response = FaultDetails.isResponse(event.data());
            note(call, scene, response ? "lost" : "before");
            // With an event the client has an id from which it can resume.
            return StreamStep.cut(response ? "" : text);
          });
    }
  }

  private static void note(RunCall call, FaultScene scene, String where) {
    String id = call.modern() ? "P51" : "P01";
    call.fault(id);
    scene.provoked(id, call.n(), FaultDetails.of("place", where));
  }

  /**
   * Closes one stream.
   *
   * @param place 0: after the first event with an id or data, 1: after the JSON-RPC response
   *     without the end of the HTTP response, 2: without the JSON-RPC response, although all
   *     earlier events were sent
   */
  private record Cut(RunCall call, FaultScene scene, int place) implements EventEdit {
    @Override
    public StreamStep step(RecordedEvent event, String text) {
      boolean response = event.data() != null && FaultDetails.isResponse(event.data());
      if (place == 0 && (event.id() != null || event.data() != null)) {
        note(call, scene, "before");
        return StreamStep.cut(text);
      }
      if (place == 1 && response) {
        note(call, scene, "after");
        return StreamStep.cut(text);
      }
      if (place == 2 && response) {
        note(call, scene, "lost");
        return StreamStep.cut("");
      }
      return StreamStep.write(text);
    }
  }
}
