package io.everythingmcp.conformance.cli;

import io.everythingmcp.conformance.harness.ServerLaunch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The command {@code client} in a process of its own, with a client that is a process too. */
public final class ClientTokenCases {
  private final URI server;
  private final Path output;

  public ClientTokenCases(URI server, Path folder) {
    this.server = server;
    this.output = folder.resolve("output.txt");
  }

  /**
   * Runs the command at the server; returns its exit code.
   *
   * @param environment variables that the process has in addition
   */
  public int run(Map<String, String> environment) throws IOException, InterruptedException {
    List<String> command = ServerLaunch.java();
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            ConformanceMain.class.getName(),
            "client",
            "--url",
            server.toString(),
            "--"));
    command.addAll(ServerLaunch.java());
    command.addAll(
        List.of(
            "-cp", System.getProperty("java.class.path"), BrokenClient.class.getName(), "broken"));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().remove("MANAGEMENT_TOKEN");
    process.environment().putAll(environment);
    return process.redirectOutput(output.toFile()).start().waitFor();
  }

  /** Returns what the last run has printed. */
  public String output() throws IOException {
    return Files.readString(output);
  }
}
