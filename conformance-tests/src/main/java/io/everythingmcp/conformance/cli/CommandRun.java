package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.report.Redaction;
import io.everythingmcp.conformance.report.ReportFile;
import io.everythingmcp.conformance.report.Run;
import io.everythingmcp.conformance.report.Summary;
import io.everythingmcp.conformance.run.Catalog;
import io.everythingmcp.conformance.run.Runner;
import io.everythingmcp.conformance.run.Selection;
import io.everythingmcp.conformance.scenario.Outcome;
import io.everythingmcp.conformance.scenario.Status;
import io.everythingmcp.conformance.server.Detection;
import io.everythingmcp.conformance.server.Profile;
import io.everythingmcp.conformance.server.Server;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine;

/** One run of the suite: from what was asked for to what is reported. */
final class CommandRun {
  private final CommandLine line;
  private final RunOptions what;
  private final Selection selection;
  private final List<ReportFile> reports;
  private final Instant at = Instant.now();
  private final Profile profile;
  private final Redaction redaction;

  CommandRun(CommandLine line, ServerOptions where, RunOptions what) {
    this.line = line;
    this.what = what;
    this.selection = what.selection();
    this.reports = what.reports();
    Server server = where.server();
    this.profile = Detection.of(server);
    this.redaction = new Redaction(server.secrets());
  }

  URI url() {
    return profile.server().url();
  }

  void say(String text) {
    line.getErr().println(text);
    line.getErr().flush();
  }

  /** Runs our scenarios. */
  List<Outcome> ours() {
    say("Spoken here: " + profile.spoken().keySet());
    if (profile.spoken().isEmpty()) {
      say("Nothing, so little can be checked. Does it want credentials? It said: " + anonymous());
    }
    Progress progress = new Progress(line.getErr(), redaction, what.verbose);
    List<Outcome> outcomes = new Runner(profile, progress).run(Catalog.all(), selection);
    say("");
    return outcomes;
  }

  private String anonymous() {
    return redaction.clean(profile.anonymous().toString());
  }

  /** Writes the reports, says what came out, and gives the exit code. */
  int report(List<Outcome> outcomes) throws IOException {
    Run run = Run.of(profile, at, outcomes);
    for (ReportFile report : reports) {
      report.write(run);
      say("Written: " + report.file());
    }
    PrintWriter out = line.getOut();
    Summary.findings(run).forEach(out::println);
    if (what.verbose) {
      Summary.notApplicable(run).forEach(out::println);
      Summary.slowest(run).forEach(out::println);
    }
    out.println(Summary.of(run));
    if (outcomes.stream().allMatch(outcome -> outcome.status() == Status.SKIPPED)) {
      say("Nothing could be checked");
      return 2;
    }
    return run.conforms() ? 0 : 1;
  }
}
