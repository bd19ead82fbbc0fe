package io.everythingmcp.conformance.area.eras;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Revision;
import java.util.ArrayList;
import java.util.List;

/** A server says what it speaks. */
@Check(
    id = "eras/discover",
    title = "server/discover names the versions that are spoken and what the server can do",
    since = Revision.R2026_07_28,
    rule = Spec.DISCOVER + "discoverresult")
final class Discover implements Scenario {
  @Override
  public void run(Probe probe) {
    Reply reply = probe.stateless().ask("server/discover");
    JsonNode result = reply.result();
    List<String> versions = new ArrayList<>();
    result.path("supportedVersions").forEach(version -> versions.add(version.asText()));
    probe.expect(
        versions.contains(probe.revision().text()), "supportedVersions with 2026-07-28", reply);
    probe.expect(result.path("capabilities").isObject(), "capabilities, an object", reply);
  }
}
