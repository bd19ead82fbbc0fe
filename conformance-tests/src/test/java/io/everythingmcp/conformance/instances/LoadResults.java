package io.everythingmcp.conformance.instances;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Results of a load test. */
final class LoadResults {
  final AtomicInteger calls = new AtomicInteger();
  final AtomicInteger streams = new AtomicInteger();
  final AtomicInteger events = new AtomicInteger();
  final AtomicInteger resumed = new AtomicInteger();
  final AtomicInteger inFlight = new AtomicInteger();
  final AtomicInteger refused = new AtomicInteger();
  final AtomicInteger ended = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

  /** Records a violation. */
  void violation(String what) {
    wrong.add(what);
  }

  List<String> violation() {
    return List.copyOf(wrong);
  }

  @Override
  public String toString() {
    return calls
        + " calls and "
        + streams
        + " streams of requests answered, "
        + events
        + " events, "
        + resumed
        + " streams resumed elsewhere, "
        + inFlight
        + " requests failed in flight, "
        + refused
        + " were sent away with 503, "
        + ended
        + " ended with an error because their instance had died, "
        + wrong.size()
        + " other failures";
  }
}
