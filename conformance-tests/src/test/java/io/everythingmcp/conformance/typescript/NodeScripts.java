package io.everythingmcp.conformance.typescript;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scripts of {@code src/test/ts}, in a copy with the packages they need. */
final class NodeScripts {
  private static final Logger LOG = LoggerFactory.getLogger(NodeScripts.class);
  private static final Path SOURCE = Path.of("src", "test", "ts");
  private static final Path TARGET = Path.of("target", "ts");
  private static final String INSTALLED = "installed.json";
  private static final Duration INSTALLATION = Duration.ofMinutes(5);
  private static final Duration RUN = Duration.ofMinutes(4);
  private static final String MISSING =
      "The TypeScript clients are skipped: node and npm are not on the PATH";
  private static boolean ready;
  private static boolean said;

  private NodeScripts() {}

  /**
   * One line of a script.
   *
   * @param name of the check
   * @param ok whether it went well
   * @param detail why not
   */
  record Line(String name, boolean ok, String detail) {}

  /** Copies the scripts and installs what they need; without Node the test is skipped. */
  private static synchronized void prepare() {
    boolean node = onPath("node") && onPath("npm");
    if (!node && !said) {
      LOG.warn(MISSING);
      said = true;
    }
    assumeTrue(node, MISSING);
    if (ready) {
      return;
    }
    try {
      copy();
      Path installed = TARGET.resolve(INSTALLED);
      String wanted = Files.readString(SOURCE.resolve("package.json"));
      if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
        install();
        Files.writeString(installed, wanted);
      }
      ready = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void copy() throws IOException {
    Files.createDirectories(TARGET);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, TARGET.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void install() {
    Path log = TARGET.resolve("npm.log");
    List<String> npm =
        List.of(
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--no-package-lock",
            "--no-update-notifier");
    int code = await(npm, log, log, INSTALLATION);
    if (code != 0) {
      throw new AssertionError("npm install ended with " + code + ":\n" + read(log));
    }
  }

  /** Runs a script to its end; gives what it said, line by line. */
  static List<Line> run(List<String> arguments) {
    prepare();
    Path out = TARGET.resolve(arguments.get(0) + "-" + arguments.get(1) + ".out");
    Path err = TARGET.resolve(arguments.get(0) + "-" + arguments.get(1) + ".err");
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(arguments);
    int code = await(command, out, err, RUN);
    List<Line> lines = new ArrayList<>(read(out).lines().map(NodeScripts::line).toList());
    boolean done = lines.removeIf(line -> line.name().equals("done"));
    if (code != 0 || !done) {
      String why = "exit code " + code + "\n" + read(err);
      lines.add(new Line("the script comes to its end", false, why));
    }
    return lines;
  }

  private static Line line(String text) {
    JsonNode line = Json.read(text);
    return new Line(
        line.path("name").asText(), line.path("ok").asBoolean(), line.path("detail").asText());
  }

  /** Waits until a program has ended; one that takes too long is stopped, with its children. */
  private static int await(List<String> command, Path out, Path err, Duration atMost) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(TARGET.toFile()).redirectOutput(out.toFile());
    if (out.equals(err)) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(err.toFile());
    }
    Process process = null;
    try {
      process = builder.start();
      process.getOutputStream().close();
      if (process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        return process.exitValue();
      }
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    } finally {
      if (process != null) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
