package io.everythingmcp.conformance.official;

import io.everythingmcp.conformance.scenario.CheckResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the official suite. */
public final class OfficialSuite {
  /** The sets of requirements that it is run for. */
  public static final List<String> REQUIREMENTS = List.of("2025-11-25", "2026-07-28");

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final String version;
  private final Path directory;

  /**
   * A run.
   *
   * @param version of the npm package
   * @param directory the directory for its output
   */
  public OfficialSuite(String version, Path directory) {
    this.version = version;
    this.directory = directory;
  }

  /**
   * Runs it for one set.
   *
   * @return its checks as outcomes; a scenario without any is a failure
   * @throws IOException if it cannot be run
   */
  public List<CheckResult> run(URI url, String requirements) throws IOException {
    Path out = Files.createDirectories(directory.resolve(requirements));
    Path log = directory.resolve(requirements + ".log");
    List<String> command =
        List.of(
            "npx",
            "-y",
            "-p",
            "node@22",
            "-p",
            "@modelcontextprotocol/conformance@" + version,
            "conformance",
            "server",
            "--url",
            url.toString(),
            "--requirements",
            requirements,
            "--timeout",
            "60000",
            "-o",
            out.toAbsolutePath().toString());
    await(command, log);
    List<CheckResult> outcomes = OfficialChecks.read(out, requirements);
    if (outcomes.isEmpty()) {
      String said = Files.readString(log, StandardCharsets.UTF_8);
      throw new IOException("The official suite ran nothing:\n" + said);
    }
    return outcomes;
  }

  private static void await(List<String> command, Path log) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new IOException("npx is needed for the official suite: " + e.getMessage(), e);
    }
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("The official suite took more than " + LIMIT.toMinutes() + " min");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
