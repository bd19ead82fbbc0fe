package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.report.ConsoleSummary;
import io.everythingmcp.conformance.report.ReportFile;
import io.everythingmcp.conformance.report.ReportRedaction;
import io.everythingmcp.conformance.report.SuiteResult;
import io.everythingmcp.conformance.run.ScenarioCatalog;
import io.everythingmcp.conformance.run.ScenarioRunner;
import io.everythingmcp.conformance.run.ScenarioSelection;
import io.everythingmcp.conformance.scenario.CheckResult;
import io.everythingmcp.conformance.scenario.CheckStatus;
import io.everythingmcp.conformance.server.ServerDetection;
import io.everythingmcp.conformance.server.ServerProfile;
import io.everythingmcp.conformance.server.TargetServer;
import io.everythingmcp.conformance.server.ToolRole;
import io.everythingmcp.conformance.server.ToolRoleDetection;
import io.everythingmcp.conformance.server.ToolTrials;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import picocli.CommandLine;

/** One run of the suite, from its options to its reports. */
final class CommandRun {
  private final CommandLine line;
  private final RunOptions what;
  private final ScenarioSelection selection;
  private final List<ReportFile> reports;
  private final Instant at = Instant.now();
  private final ServerProfile profile;
  private final ReportRedaction redaction;

  CommandRun(CommandLine line, ServerOptions where, RunOptions what) {
    this.line = line;
    this.what = what;
    this.selection = what.selection();
    this.reports = what.reports();
    TargetServer server = where.server();
    this.profile =
        ToolRoleDetection.complete(
            ServerDetection.of(server), EnumSet.allOf(ToolRole.class), what.tryTools);
    this.redaction = new ReportRedaction(server.secrets());
  }

  URI url() {
    return profile.server().url();
  }

  void say(String text) {
    line.getErr().println(text);
    line.getErr().flush();
  }

  /** Runs our scenarios. */
  List<CheckResult> ours() {
    say("Spoken here: " + profile.supportedRevisions().keySet());
    if (profile.supportedRevisions().isEmpty()) {
      say("Nothing, so little can be checked. Does it want credentials? It said: " + anonymous());
    }
    if (what.tryTools != ToolTrials.NONE) {
      say(profile.describeTools());
    }
    ProgressPrinter progress = new ProgressPrinter(line.getErr(), redaction, what.verbose);
    List<CheckResult> outcomes =
        new ScenarioRunner(profile, progress).run(ScenarioCatalog.all(), selection);
    say("");
    return outcomes;
  }

  private String anonymous() {
    return redaction.clean(profile.anonymous().toString());
  }

  /** Writes the reports, prints the result, and returns the exit code. */
  int report(List<CheckResult> outcomes) throws IOException {
    SuiteResult run = SuiteResult.of(profile, at, outcomes);
    for (ReportFile report : reports) {
      report.write(run);
      say("Written: " + report.file());
    }
    PrintWriter out = line.getOut();
    ConsoleSummary.findings(run).forEach(out::println);
    if (what.verbose) {
      ConsoleSummary.notApplicable(run).forEach(out::println);
      ConsoleSummary.slowest(run).forEach(out::println);
    }
    out.println(ConsoleSummary.of(run));
    if (outcomes.stream().allMatch(outcome -> outcome.status() == CheckStatus.SKIPPED)) {
      say("Nothing could be checked");
      return 2;
    }
    return run.conforms() ? 0 : 1;
  }
}
