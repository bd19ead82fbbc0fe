package io.everythingmcp.conformance.area.paging;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All pages together are the list. */
@Check(
    id = "paging/pages-complete",
    title = "Following the cursors comes to an end and shows nothing twice",
    level = Level.SHOULD,
    rule = Spec.PAGINATION + "implementation-guidelines")
final class PagesComplete implements Scenario {
  private static final int MOST = 500;

  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    String method = Pages.paged(probe, talk);
    List<String> names = new ArrayList<>();
    Set<String> cursors = new HashSet<>();
    String cursor = null;
    do {
      Reply page = Pages.page(talk, method, cursor);
      probe.expect(page.hasResult(), "a page for the cursor that the server gave", page);
      names.addAll(Pages.names(method, page));
      cursor = Pages.next(page);
      probe.expect(
          cursor == null || (cursors.add(cursor) && cursors.size() < MOST),
          "a cursor that was not there before",
          cursor);
    } while (cursor != null);
    Set<String> twice = new TreeSet<>(names);
    probe.expect(twice.size() == names.size(), "each entry once", names);
  }
}
