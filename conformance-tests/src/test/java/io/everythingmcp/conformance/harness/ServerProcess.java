package io.everythingmcp.conformance.harness;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Running server process. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(30);
  private static final int TAIL = 60;

  private final Process process;
  private final File log;
  private final int port;
  private final int adminPort;
  private final Runnable afterwards;

  private ServerProcess(Process process, File log, int port, int adminPort, Runnable afterwards) {
    this.process = process;
    this.log = log;
    this.port = port;
    this.adminPort = adminPort;
    this.afterwards = afterwards;
  }

  static ServerProcess start(ProcessBuilder builder, int port, int adminPort, Runnable afterwards) {
    File log = ServerLaunch.log("server");
    builder.redirectErrorStream(true).redirectOutput(log);
    ServerProcess server =
        new ServerProcess(ChildProcesses.start(builder), log, port, adminPort, afterwards);
    try {
      await("server on port " + port)
          .atMost(START)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !server.process.isAlive() || server.healthy());
    } catch (RuntimeException e) {
      server.close();
      throw new AssertionError("The server did not start:\n" + server.logTail(), e);
    }
    if (!server.process.isAlive()) {
      throw new AssertionError("The server did not start:\n" + server.logTail());
    }
    return server;
  }

  private boolean healthy() {
    try {
      return client().request("GET", "/health").send().status() == 200;
    } catch (AssertionError notYet) {
      return false;
    }
  }

  /**
   * Returns the same process behind a load balancer; closing it closes all instances of the fleet.
   */
  ServerProcess behind(LoadBalancer balancer, ServerFleet fleet) {
    return new ServerProcess(process, log, balancer.port(), adminPort, fleet::close);
  }

  /** Returns its address, without a trailing slash. */
  public URI uri() {
    return URI.create("http://localhost:" + port);
  }

  public int port() {
    return port;
  }

  public int adminPort() {
    return adminPort;
  }

  public long pid() {
    return process.pid();
  }

  /** Creates a client of the server. */
  public RawClient client() {
    return new RawClient(uri());
  }

  /** Sends SIGTERM without waiting for the end. */
  public void sendTerminate() {
    process.destroy();
  }

  /** Waits until it has stopped; returns its exit code. */
  public int awaitExit(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("The server is still running after " + atMost + ":\n" + logTail());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Sends SIGKILL and waits for the end of the process. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(STOP);
  }

  /** Returns the end of its log. */
  public String logTail() {
    return logAfter(0);
  }

  /** Returns the number of lines of its log. */
  public int logLines() {
    return lines().size();
  }

  /** Returns the end of the log after a number of lines. */
  public String logAfter(int known) {
    List<String> lines = lines();
    int from = Math.max(Math.min(known, lines.size()), lines.size() - TAIL);
    return String.join("\n", lines.subList(from, lines.size()));
  }

  /** Returns the lines of the log after a number of lines. */
  public List<String> linesAfter(int known) {
    List<String> lines = lines();
    return lines.subList(Math.min(known, lines.size()), lines.size());
  }

  /** Returns the complete log. */
  public String wholeLog() {
    return String.join("\n", lines());
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(log.toPath(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it with SIGTERM, or with SIGKILL after a timeout. */
  @Override
  public void close() {
    sendTerminate();
    try {
      awaitExit(STOP);
    } finally {
      process.destroyForcibly();
      afterwards.run();
    }
    List<String> secrets = SecretsInLogs.in(lines());
    if (!secrets.isEmpty()) {
      throw new AssertionError("The log contains secrets: " + secrets);
    }
  }
}
