package io.everythingmcp.conformance.area.paging;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Talk;
import java.util.List;

/** A cursor stays what it is. */
@Check(
    id = "paging/cursor-repeatable",
    title = "The same cursor gives the same page again",
    level = Level.SHOULD,
    rule = Spec.PAGINATION + "implementation-guidelines")
final class CursorRepeatable implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    String method = Pages.paged(probe, talk);
    String cursor = Pages.next(Pages.page(talk, method, null));
    List<String> first = Pages.names(method, Pages.page(talk, method, cursor));
    List<String> again = Pages.names(method, Pages.page(talk, method, cursor));
    probe.expect(first.equals(again), "the same entries: " + first, again);
  }
}
