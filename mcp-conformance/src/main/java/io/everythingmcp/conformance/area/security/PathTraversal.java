package io.everythingmcp.conformance.area.security;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.ArrayList;
import java.util.List;

/** Resources do not expose files of the machine. */
@ConformanceCheck(
    id = "security/path-traversal",
    title = "No URI reads files outside of the resources",
    specification = SpecificationLinks.RESOURCES + "security-considerations",
    requires = ServerPrerequisite.RESOURCES)
final class PathTraversal implements Scenario {
  private static final List<String> OUT =
      List.of(
          "file:///etc/passwd",
          "file:///../../../../etc/passwd",
          "file:///%2e%2e/%2e%2e/%2e%2e/etc/passwd");
  private static final List<String> STEPS =
      List.of("../../../../../../etc/passwd", "..%2f..%2f..%2f..%2f..%2fetc%2fpasswd");

  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    List<String> uris = new ArrayList<>(OUT);
    for (JsonNode template : probe.lists().templates()) {
      String uri = template.path("uriTemplate").asText();
      STEPS.forEach(step -> uris.add(uri.replaceAll("\\{[^}]*}", step)));
    }
    for (String uri : uris) {
      String params = JsonTrees.object("{}").put("uri", uri).toString();
      McpResponse reply = talk.callMethod("resources/read", params);
      probe.expect(!reply.message().toString().contains("root:x:0"), "nothing of /etc/passwd", uri);
    }
  }
}
