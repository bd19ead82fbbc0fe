package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the scenarios. */
@Command(
    name = "list",
    description = "Lists all scenarios: id, level, revisions, rule.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
  @Spec CommandSpec command;

  @Option(names = "--only", split = ",", description = "Ids or areas.")
  Set<String> only = Set.of();

  @Override
  public Integer call() {
    List<ScenarioInfo> all = ScenarioCatalog.all().stream().map(ScenarioInfo::of).toList();
    PrintWriter out = command.commandLine().getOut();
    ScenarioSelection selection = new ScenarioSelection(only, null);
    String area = "";
    for (ScenarioInfo about : all) {
      if (selection.includes(about)) {
        if (!about.area().equals(area)) {
          area = about.area();
          out.println("\n" + area);
        }
        String revisions = about.since() + ".." + about.until();
        out.printf("  %-6s %-22s %-40s %s%n", about.level(), revisions, about.id(), about.title());
      }
    }
    out.println("\n" + all.size() + " scenarios");
    return 0;
  }
}
