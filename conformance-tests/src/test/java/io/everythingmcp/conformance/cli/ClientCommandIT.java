package io.everythingmcp.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Checks of clients from the command line. */
class ClientCommandIT {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int client(String kind, String... options) {
    List<String> arguments = new ArrayList<>(List.of("client"));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--server-jar", System.getProperty("everything.jar")));
    arguments.addAll(
        List.of(
            "--",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            BrokenClient.class.getName(),
            kind));
    CommandLine line = ConformanceMain.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(arguments.toArray(String[]::new));
  }

  @Test
  void violatedMustIsReportedWithExitCodeOne(@TempDir Path folder) throws Exception {
    Path html = folder.resolve("report.html");
    Path junit = folder.resolve("report.xml");
    assertThat(client("broken", "--report", "html=" + html, "--report", "junit=" + junit))
        .as(out + "" + err)
        .isEqualTo(1);
    assertThat(out.toString()).contains("FAILURE B01").contains("1 violated");
    assertThat(Files.readString(html)).contains("B01");
    assertThat(Files.readString(junit)).contains("<failure");
  }

  private int replay(Path file) {
    CommandLine line = ConformanceMain.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute(
        "client",
        "--replay",
        file.toString(),
        "--server-jar",
        System.getProperty("everything.jar"));
  }

  @Test
  void exportedRunIsEvaluatedAgainAndABrokenFileIsAUsageError(@TempDir Path folder)
      throws Exception {
    Path export = folder.resolve("run.jsonl");
    assertThat(client("broken", "--report", "export=" + export)).isEqualTo(1);
    String first = out.toString();
    out.getBuffer().setLength(0);

    assertThat(replay(export)).as(err.toString()).isEqualTo(1);
    assertThat(out.toString()).isEqualTo(first).contains("FAILURE B01");

    List<String> lines = Files.readAllLines(export);
    Files.write(export, lines.subList(0, lines.size() - 1));
    assertThat(replay(export)).isEqualTo(2);
    assertThat(err.toString()).contains("truncated").contains(export.toString());
  }

  @Test
  void replayWithACommandOrWithoutAFileIsAUsageError(@TempDir Path folder) {
    assertThat(replay(folder.resolve("absent.jsonl"))).isEqualTo(2);
    assertThat(err.toString()).contains("expected a file");
    assertThat(client("silent", "--replay", "x.jsonl")).isEqualTo(2);
    assertThat(err.toString()).contains("either a command");
  }

  @Test
  void unknownPresetIsAUsageError() {
    assertThat(client("silent", "--preset", "nothing")).isEqualTo(2);
    assertThat(err.toString()).contains("plain");
  }

  @Test
  void unknownReportFormatIsAUsageError() {
    assertThat(client("silent", "--report", "pdf=x")).isEqualTo(2);
    assertThat(err.toString()).contains("html=FILE");
  }
}
