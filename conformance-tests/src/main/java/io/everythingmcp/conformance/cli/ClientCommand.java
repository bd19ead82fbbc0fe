package io.everythingmcp.conformance.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.clientcheck.ClientReportFile;
import io.everythingmcp.conformance.clientcheck.ClientRun;
import io.everythingmcp.conformance.clientrun.CheckServer;
import io.everythingmcp.conformance.clientrun.ClientCheckRun;
import io.everythingmcp.conformance.clientrun.ManagementAccess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a client that is started by a command. */
@Command(
    name = "client",
    description = {
      "Checks a client: starts a server and a run of the client check, passes the URL to the"
          + " command as its last argument and in MCP_SERVER_URL, waits for its end, and prints"
          + " failures and warnings. With --replay it evaluates an exported run with the rules of"
          + " this version.",
      "Exit codes: 0 no MUST was violated, 1 one was, 2 invalid arguments or an error of the"
          + " server."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ClientCommand implements Callable<Integer> {
  private static final long LONGEST_EXPORT = 256L << 20;

  @Spec CommandSpec command;

  @Option(names = "--preset", description = "What happens in the run; plain where it is not given.")
  String preset;

  @Option(names = "--all", description = "A run for each preset.")
  boolean all;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "An exported run, which is evaluated again instead of running a client.")
  Path replay;

  @Option(
      names = "--report",
      paramLabel = "KIND=FILE",
      description = "html=FILE, json=FILE, junit=FILE or export=FILE; more than once for several.")
  List<String> reports = List.of();

  @Option(
      names = "--server-jar",
      defaultValue = "${env:EVERYTHING_SERVER_JAR:-everything-server/target/everything-server.jar}",
      description = "The jar of the everything server (${DEFAULT-VALUE}).")
  Path jar;

  @Option(names = "--url", description = "A server that runs already, instead of the jar.")
  URI url;

  @Option(
      names = "--management-token",
      defaultValue = "${env:MANAGEMENT_TOKEN}",
      description =
          "For --url: the management token of the server, if its BASE_URI is not on loopback;"
              + " preferably in the variable MANAGEMENT_TOKEN.")
  String managementToken;

  @Option(
      names = "--timeout",
      defaultValue = "300",
      description = "So many seconds the command may take (${DEFAULT-VALUE}).")
  long timeout;

  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Runs the client.")
  List<String> client = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<ClientReportFile> files = files();
    if (all && preset != null) {
      throw wrong("--all and --preset do not go together");
    }
    if (client.isEmpty() == (replay == null)) {
      throw wrong("expected either a command that runs the client, or --replay");
    }
    if (replay != null) {
      checkReplay();
    }
    if (url == null && !Files.isRegularFile(jar)) {
      throw wrong("--server-jar is '" + jar + "'; expected the jar of the everything server");
    }
    try {
      return serve(files);
    } catch (IllegalStateException e) {
      // Errors of the server are not violations by the client.
      throw new IOException(e.getMessage(), e);
    }
  }

  private int serve(List<ClientReportFile> files) throws IOException, InterruptedException {
    if (url != null) {
      return check(access(), files);
    }
    try (CheckServer server = CheckServer.start(jar)) {
      return check(ManagementAccess.withoutToken(server.uri()), files);
    }
  }

  private ManagementAccess access() {
    try {
      return ManagementAccess.of(url, managementToken);
    } catch (IllegalArgumentException e) {
      throw wrong("--management-token: " + e.getMessage());
    }
  }

  private List<ClientReportFile> files() {
    try {
      return reports.stream().map(ClientReportFile::of).toList();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  private void checkReplay() throws IOException {
    if (all || preset != null) {
      throw wrong("--replay and --preset or --all do not go together: the file has the preset");
    }
    if (!Files.isRegularFile(replay)) {
      throw wrong("--replay is '" + replay + "'; expected a file, the export of a run");
    }
    if (Files.size(replay) > LONGEST_EXPORT) {
      throw wrong(
          "--replay is '"
              + replay
              + "' with "
              + Files.size(replay)
              + " bytes; the limit is 256 MiB");
    }
  }

  private int check(ManagementAccess server, List<ClientReportFile> files)
      throws IOException, InterruptedException {
    if (replay != null) {
      return report(replayed(server), files);
    }
    List<String> names = ClientCheckRun.presets(server);
    String one = preset == null ? "plain" : preset;
    if (!names.contains(one)) {
      throw wrong("--preset is '" + one + "'; expected one of " + String.join(", ", names));
    }
    int worst = 0;
    for (String name : all ? names : List.of(one)) {
      worst = Math.max(worst, run(server, name, files));
    }
    return worst;
  }

  private int run(ManagementAccess server, String name, List<ClientReportFile> files)
      throws IOException, InterruptedException {
    PrintWriter out = command.commandLine().getOut();
    ClientRun run = ClientRun.start(server, name);
    if (!run.runClient(client, timeout)) {
      out.println("The command was ended after " + timeout + " seconds (--timeout)");
    }
    return report(run, all ? files.stream().map(file -> file.forPreset(name)).toList() : files);
  }

  private ClientRun replayed(ManagementAccess server) throws IOException {
    try {
      return ClientRun.replay(server, replay);
    } catch (IllegalArgumentException e) {
      throw wrong("--replay is '" + replay + "': " + e.getMessage());
    }
  }

  private int report(ClientRun run, List<ClientReportFile> files) throws IOException {
    PrintWriter out = command.commandLine().getOut();
    JsonNode report = run.finish();
    ClientRun.print(report, out);
    for (ClientReportFile file : files) {
      run.write(file);
    }
    return report.path("summary").path("failure").asInt() > 0 ? 1 : 0;
  }
}
