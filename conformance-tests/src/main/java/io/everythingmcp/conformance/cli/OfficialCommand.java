package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.official.OfficialSuite;
import io.everythingmcp.conformance.scenario.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs our suite and the official one. */
@Command(
    name = "official",
    description = {
      "Runs the official npm suite for all its sets of requirements, and ours, into one report.",
      "Needs npx; sends no credentials."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class OfficialCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin ServerOptions where;
  @Mixin RunOptions what;

  @Option(
      names = "--suite-version",
      defaultValue = "0.2.0-alpha.12",
      description = "Release of @modelcontextprotocol/conformance; default: ${DEFAULT-VALUE}.")
  String version;

  @Option(names = "--official-only", description = "Leave our own scenarios out.")
  boolean officialOnly;

  @Override
  public Integer call() throws IOException {
    CommandRun run = new CommandRun(command.commandLine(), where, what);
    List<CheckResult> outcomes = new ArrayList<>(officialOnly ? List.of() : run.ours());
    OfficialSuite suite = new OfficialSuite(version, Files.createTempDirectory("official-suite"));
    for (String requirements : OfficialSuite.REQUIREMENTS) {
      run.say("Official suite, requirements " + requirements);
      outcomes.addAll(suite.run(run.url(), requirements));
    }
    return run.report(outcomes);
  }
}
