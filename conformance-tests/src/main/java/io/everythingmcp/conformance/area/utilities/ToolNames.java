package io.everythingmcp.conformance.area.utilities;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Need;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.server.Lists;
import io.everythingmcp.conformance.talk.Revision;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that any client can write. */
@Check(
    id = "utilities/tool-names",
    title = "Names of tools are unique and consist of letters, digits, underscores, hyphens, dots",
    level = Level.SHOULD,
    since = Revision.R2025_11_25,
    rule = Spec.TOOLS + "tool-names",
    needs = Need.TOOLS)
final class ToolNames implements Scenario {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");

  @Override
  public void run(Probe probe) {
    Set<String> names = new HashSet<>();
    for (JsonNode tool : Lists.tools(probe.talk())) {
      String name = tool.path("name").asText();
      probe.expect(NAME.matcher(name).matches(), "1 to 128 of these characters", name);
      probe.expect(names.add(name), "a name that was not there before", name);
    }
  }
}
