package io.everythingmcp.conformance.typescript;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.conformance.harness.JsonTrees;
import io.everythingmcp.conformance.harness.NodePackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Scripts of {@code src/test/ts}, in a copy with their packages. */
final class NodeScripts {
  private static final NodePackages PACKAGES = new NodePackages("ts", "The TypeScript clients are");
  private static final Duration RUN = Duration.ofMinutes(4);

  private NodeScripts() {}

  /**
   * One output line of a script.
   *
   * @param name of the check
   * @param ok whether it passed
   * @param detail reason of a failure
   */
  record Line(String name, boolean ok, String detail) {}

  /** Runs a script to its end; returns its output lines. */
  static List<Line> run(List<String> arguments) {
    Path target = PACKAGES.prepare();
    Path out = target.resolve(arguments.get(0) + "-" + arguments.get(1) + ".out");
    Path err = target.resolve(arguments.get(0) + "-" + arguments.get(1) + ".err");
    List<String> command = new ArrayList<>(List.of("node"));
    command.addAll(arguments);
    int code = PACKAGES.run(command, out, err, RUN);
    List<Line> lines = new ArrayList<>(read(out).lines().map(NodeScripts::line).toList());
    boolean done = lines.removeIf(line -> line.name().equals("done"));
    if (code != 0 || !done) {
      String why = "exit code " + code + "\n" + read(err);
      lines.add(new Line("the script comes to its end", false, why));
    }
    return lines;
  }

  private static Line line(String text) {
    JsonNode line = JsonTrees.read(text);
    return new Line(
        line.path("name").asText(), line.path("ok").asBoolean(), line.path("detail").asText());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
