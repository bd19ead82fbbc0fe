package io.everythingmcp.conformance.area.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Json;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.util.ArrayList;
import java.util.List;

/** Resources do not lead to the files of the machine. */
@Check(
    id = "security/paths-that-lead-out",
    title = "No URI leads to files that the server does not mean to show",
    rule = Spec.RESOURCES + "security-considerations",
    needs = Need.RESOURCES)
final class PathsThatLeadOut implements Scenario {
  private static final List<String> OUT =
      List.of(
          "file:///etc/passwd",
          "file:///../../../../etc/passwd",
          "file:///%2e%2e/%2e%2e/%2e%2e/etc/passwd");
  private static final List<String> STEPS =
      List.of("../../../../../../etc/passwd", "..%2f..%2f..%2f..%2f..%2fetc%2fpasswd");

  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    List<String> uris = new ArrayList<>(OUT);
    for (JsonNode template : probe.lists().templates()) {
      String uri = template.path("uriTemplate").asText();
      STEPS.forEach(step -> uris.add(uri.replaceAll("\\{[^}]*}", step)));
    }
    for (String uri : uris) {
      String params = Json.object("{}").put("uri", uri).toString();
      Reply reply = talk.ask("resources/read", params);
      probe.expect(!reply.message().toString().contains("root:x:0"), "nothing of /etc/passwd", uri);
    }
  }
}
