package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.report.Redaction;
import io.everythingmcp.conformance.report.ReportFile;
import io.everythingmcp.conformance.report.Run;
import io.everythingmcp.conformance.report.Summary;
import io.everythingmcp.conformance.run.Catalog;
import io.everythingmcp.conformance.run.Runner;
import io.everythingmcp.conformance.run.Selection;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.server.Detection;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.server.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the suite against a server. */
@Command(
    name = "server",
    description = "Runs the suite against a server.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ServerCommand implements Callable<Integer> {
  @Spec CommandSpec command;
  @Mixin ServerOptions where;
  @Mixin RunOptions what;

  @Override
  public Integer call() throws IOException {
    Selection selection = what.selection();
    List<ReportFile> reports = what.reports();
    Server server = where.server();
    Instant at = Instant.now();
    PrintWriter err = command.commandLine().getErr();
    Profile profile = Detection.of(server);
    Redaction redaction = new Redaction(server.secrets());
    err.println("Spoken here: " + profile.spoken().keySet());
    List<Scenario> scenarios = Catalog.all();
    Runner runner = new Runner(profile, new Progress(err, redaction, what.verbose));
    Run run = Run.of(profile, at, runner.run(scenarios, selection));
    for (ReportFile report : reports) {
      report.write(run);
      err.println("Written: " + report.file());
    }
    PrintWriter out = command.commandLine().getOut();
    run.outcomes().stream()
        .filter(Outcome::isBad)
        .forEach(outcome -> out.println(Summary.line(outcome, redaction)));
    out.println(Summary.of(run));
    return run.conforms() ? 0 : 1;
  }
}
