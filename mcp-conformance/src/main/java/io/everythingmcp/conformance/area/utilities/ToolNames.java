package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.ServerPrerequisite;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import io.everythingmcp.conformance.server.FeatureLists;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tool names use the recommended characters. */
@ConformanceCheck(
    id = "utilities/tool-names",
    title = "Names of tools are unique and consist of letters, digits, underscores, hyphens, dots",
    level = RequirementLevel.SHOULD,
    since = SpecRevision.R2025_11_25,
    specification = SpecificationLinks.TOOLS + "tool-names",
    requires = ServerPrerequisite.TOOLS)
final class ToolNames implements Scenario {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  @Override
  public void run(ScenarioContext probe) {
    Set<String> names = new HashSet<>();
    for (JsonNode tool : FeatureLists.tools(probe.client())) {
      String name = tool.path("name").asText();
      probe.expect(NAME.matcher(name).matches(), "1 to 128 of these characters", name);
      probe.expect(names.add(name), "a name that was not there before", name);
    }
  }
}
