package io.everythingmcp.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of the GitHub Actions workflow in the documentation. */
class ClientWorkflowIT {
  private static final Pattern COMMAND =
      Pattern.compile("- run: \\|\\n((?: {10}.*conformance\\.jar client.*\\n)(?: {10}.*\\n)*)");
  private static final String CLIENT = "node my-client.js";
  private static final int MINUTES = 3;

  private static int run(Path folder, String kind) throws IOException, InterruptedException {
    String page = Files.readString(Path.of("..", "docs", "start", "client-check.md"));
    Matcher matcher = COMMAND.matcher(page);
    assertThat(matcher.find()).as("the workflow has a step with the command").isTrue();
    String command = matcher.group(1).stripIndent();
    assertThat(command).contains("-- " + CLIENT);
    String client =
        "'%s' -cp '%s' %s %s"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                BrokenClient.class.getName(),
                kind);
    Files.createSymbolicLink(
        folder.resolve("everything"), Path.of("..").toAbsolutePath().normalize());
    Process process =
        new ProcessBuilder("bash", "-e", "-c", command.replace(CLIENT, client))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void clientThatViolatesAMustFailsTheStep(@TempDir Path folder) throws Exception {
    int exit = run(folder, "broken");
    String output = Files.readString(folder.resolve("output.txt"));
    assertThat(exit).as(output).isEqualTo(1);
    assertThat(output).contains("FAILURE B01");
    assertThat(Files.readString(folder.resolve("client-check.xml"))).contains("<failure");
    assertThat(Files.readString(folder.resolve("client-check.html"))).contains("B01");
  }

  @Test
  void otherClientPasses(@TempDir Path folder) throws Exception {
    int exit = run(folder, "silent");
    assertThat(exit).as(Files.readString(folder.resolve("output.txt"))).isZero();
    assertThat(folder.resolve("client-check.xml")).exists();
  }
}
