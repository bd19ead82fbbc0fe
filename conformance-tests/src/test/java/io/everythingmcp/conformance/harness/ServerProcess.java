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

/** A server that runs. */
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
        new ServerProcess(Children.start(builder), log, port, adminPort, afterwards);
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

  /** The same process, met through a balancer; closing it closes all that are behind that one. */
  ServerProcess behind(Balancer balancer, Fleet fleet) {
    return new ServerProcess(process, log, balancer.port(), adminPort, fleet::close);
  }

  /** Where it is, without a slash at the end. */
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

  /** A new client of it. */
  public RawClient client() {
    return new RawClient(uri());
  }

  /** Asks it to stop (SIGTERM), and does not wait. */
  public void askToStop() {
    process.destroy();
  }

  /** Waits until it has stopped; gives its exit code. */
  public int awaitExit(Duration atMost) {
    try {
      if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("The server still runs after " + atMost + ":\n" + logTail());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** Ends it at once (SIGKILL): nothing of it runs any more when this returns. */
  public void kill() {
    process.destroyForcibly();
    awaitExit(STOP);
  }

  /** The end of its log. */
  public String logTail() {
    return logAfter(0);
  }

  /** How many lines its log has. */
  public int logLines() {
    return lines().size();
  }

  /** The end of what it logged after that many lines. */
  public String logAfter(int known) {
    List<String> lines = lines();
    int from = Math.max(Math.min(known, lines.size()), lines.size() - TAIL);
    return String.join("\n", lines.subList(from, lines.size()));
  }

  /** Everything it logged after that many lines. */
  public List<String> linesAfter(int known) {
    List<String> lines = lines();
    return lines.subList(Math.min(known, lines.size()), lines.size());
  }

  /** All that it logged. */
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

  /** Stops it, the gentle way if it lets itself be stopped like that. */
  @Override
  public void close() {
    askToStop();
    try {
      awaitExit(STOP);
    } finally {
      process.destroyForcibly();
      afterwards.run();
    }
    List<String> secrets = SecretsInLogs.in(lines());
    if (!secrets.isEmpty()) {
      throw new AssertionError("The log holds secrets: " + secrets);
    }
  }
}
