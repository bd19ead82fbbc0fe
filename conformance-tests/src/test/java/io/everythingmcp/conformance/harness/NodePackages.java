package io.everythingmcp.conformance.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copy of a directory of {@code src/test} with the packages of its {@code package.json}. */
public final class NodePackages {
  private static final Logger LOG = LoggerFactory.getLogger(NodePackages.class);
  private static final String INSTALLED = "installed.json";
  private static final Duration INSTALLATION = Duration.ofMinutes(5);
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  private final Path source;
  private final Path target;
  private final String missing;
  private boolean ready;

  /**
   * Creates the packages of a directory.
   *
   * @param folder in {@code src/test}
   * @param who name of the tests that are skipped without Node
   */
  public NodePackages(String folder, String who) {
    source = Path.of("src", "test", folder);
    target = Path.of("target", folder);
    missing = who + " skipped: node and npm are not on the PATH";
  }

  /** Copies the directory and installs its packages; without Node the test is skipped. */
  public synchronized Path prepare() {
    boolean node = onPath("node") && onPath("npm");
    if (!node && SAID.add(missing)) {
      LOG.warn(missing);
    }
    assumeTrue(node, missing);
    if (ready) {
      return target;
    }
    try {
      copy();
      Path installed = target.resolve(INSTALLED);
      String wanted = Files.readString(source.resolve("package.json"));
      if (!Files.exists(installed) || !Files.readString(installed).equals(wanted)) {
        install();
        Files.writeString(installed, wanted);
      }
      ready = true;
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private void copy() throws IOException {
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void install() {
    Path log = target.resolve("npm.log");
    List<String> npm =
        List.of(
            "npm",
            "install",
            "--no-audit",
            "--no-fund",
            "--ignore-scripts",
            "--no-package-lock",
            "--no-update-notifier");
    int code = run(npm, log, log, INSTALLATION);
    if (code != 0) {
      throw new AssertionError("npm install ended with " + code + ":\n" + read(log));
    }
  }

  /**
   * Runs a program in the copy until it ends; after the timeout it is stopped with its children.
   *
   * @return its exit code, or -1 if it was stopped
   */
  public int run(List<String> command, Path out, Path err, Duration atMost) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(target.toFile()).redirectOutput(out.toFile());
    if (out.equals(err)) {
      builder.redirectErrorStream(true);
    } else {
      builder.redirectError(err.toFile());
    }
    Process process = ChildProcesses.start(builder);
    try {
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
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
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
