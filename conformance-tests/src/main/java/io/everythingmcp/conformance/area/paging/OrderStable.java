package io.everythingmcp.conformance.area.paging;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Revision;
import io.everythingmcp.conformance.talk.Talk;
import java.util.List;

/** A list that did not change looks the same. */
@Check(
    id = "paging/order-stable",
    title = "Tools are listed in the same order each time",
    level = Level.SHOULD,
    since = Revision.R2026_07_28,
    rule = Spec.R2026 + "server/tools#listing-tools",
    needs = Need.TOOLS)
final class OrderStable implements Scenario {
  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    List<String> first = Pages.names("tools/list", Pages.page(talk, "tools/list", null));
    List<String> again = Pages.names("tools/list", Pages.page(talk, "tools/list", null));
    probe.expect(first.equals(again), "the order " + first, again);
  }
}
