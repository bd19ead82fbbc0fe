package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.client.SpecRevision;
import io.everythingmcp.conformance.report.ReportFile;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.ScenarioInfo;
import io.everythingmcp.conformance.server.ToolTrials;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that select the scenarios and the reports. */
final class RunOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Option(names = "--revision", description = "Speak only this revision.")
  String revision;

  @Option(names = "--only", split = ",", description = "Only these ids or areas.")
  Set<String> only = Set.of();

  @Option(
      names = "--try-tools",
      description =
          "Call the tools first, to find those that behave as checks need: none (the default),"
              + " not_destructive (with readOnlyHint, or destructiveHint false) or all.")
  ToolTrials tryTools = ToolTrials.NONE;

  @Option(
      names = "--report",
      description = "html=FILE, json=FILE or junit=FILE; may be given more than once.")
  List<String> reports = List.of();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show also what is kept or does not apply.")
  boolean verbose;

  ScenarioSelection selection() {
    List<ScenarioInfo> all = ScenarioCatalog.all().stream().map(ScenarioInfo::of).toList();
    for (String wanted : only) {
      if (all.stream()
          .noneMatch(about -> new ScenarioSelection(Set.of(wanted), null).includes(about))) {
        throw wrong("Unknown scenario or area " + wanted + "; the command list prints all");
      }
    }
    if (revision != null && SpecRevision.of(revision).isEmpty()) {
      throw wrong("Unknown revision " + revision);
    }
    return new ScenarioSelection(
        only, revision == null ? null : SpecRevision.of(revision).orElseThrow());
  }

  List<ReportFile> reports() {
    try {
      return reports.stream().map(ReportFile::of).toList();
    } catch (IllegalArgumentException e) {
      throw wrong("--report is to be html=FILE, json=FILE or junit=FILE: " + reports);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
