package io.everythingmcp.testing.store;

import io.everythingmcp.conformance.harness.FreePort;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.opentest4j.TestAbortedException;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis process for tests, without persistence, on a free port of the loopback interface. Its
 * program is the one that the environment variable {@code REDIS_SERVER} names, otherwise {@code
 * redis-server} on the {@code PATH}, otherwise that of the artifact {@code
 * com.github.codemonstur:embedded-redis} if the tests have it.
 *
 * <pre>{@code
 * private static RedisTestServer redis;
 *
 * @BeforeAll
 * static void start() {
 *   redis = RedisTestServer.run();
 * }
 * }</pre>
 *
 * <p>Without any of these programs {@link #run} aborts the test, which is reported as skipped. This
 * requires a call in {@code @BeforeAll} or a test: an exception in a static initializer is an
 * error.
 */
public final class RedisTestServer implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final String program = program();
  private final Path folder = folder();
  private final List<String> options;
  private int port;
  private volatile Process process;

  private RedisTestServer(List<String> options) {
    this.options = options;
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  private void kill() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  /**
   * Starts a server.
   *
   * @param options further options of the command line, such as {@code "--requirepass", "secret"}
   * @throws TestAbortedException if there is no program
   * @throws IllegalStateException if it does not start
   */
  public static RedisTestServer run(String... options) {
    RedisTestServer server = new RedisTestServer(List.of(options));
    for (int attempt = 1; server.process == null || !server.process.isAlive(); attempt++) {
      if (attempt > ATTEMPTS) {
        throw new IllegalStateException("Redis does not start; see " + server.folder);
      }
      server.port = FreePort.find();
      server.start();
    }
    return server;
  }

  /** Returns its port. */
  public int port() {
    return port;
  }

  /** Returns the value for the setting {@code REDIS_URL}. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Starts it again, empty, on the same port, after {@link #stop}. */
  public void start() {
    List<String> command =
        new ArrayList<>(
            List.of(
                program,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                folder.toString()));
    command.addAll(List.of("--save", "", "--appendonly", "no"));
    command.addAll(options);
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("redis.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Awaitility.await()
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !process.isAlive() || isReachable());
    } catch (ConditionTimeoutException e) {
      stop();
      throw new IllegalStateException("Redis is not reachable; see " + folder, e);
    }
  }

  private boolean isReachable() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(1_000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      String reply = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
      return reply.equals("+PONG") || reply.equals("-NOAU");
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it with SIGKILL. */
  public void stop() {
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stalls it: connections stay open without replies. Requires a {@code kill} command. */
  public void stall() {
    signal("-STOP");
  }

  /** Resumes it. */
  public void resume() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends it and deletes its directory. */
  @Override
  public void close() {
    stop();
    File[] files = folder.toFile().listFiles();
    for (File file : files == null ? new File[0] : files) {
      file.delete();
    }
    folder.toFile().delete();
  }

  /**
   * Returns the path of the program.
   *
   * @throws TestAbortedException if there is none
   */
  public static String program() {
    return program(System.getenv(), RedisTestServer::embedded);
  }

  static String program(Map<String, String> environment, Supplier<Optional<File>> embedded) {
    String named = environment.getOrDefault("REDIS_SERVER", "");
    if (!named.isBlank()) {
      return named;
    }
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> new File(folder, "redis-server"))
        .filter(File::canExecute)
        .findFirst()
        .or(embedded)
        .map(File::getPath)
        .orElseThrow(
            () ->
                new TestAbortedException(
                    "There is no Redis: expected redis-server on the PATH, its path in the"
                        + " environment variable REDIS_SERVER, or the artifact"
                        + " com.github.codemonstur:embedded-redis among the dependencies"));
  }

  /** Returns the program of the artifact embedded-redis; empty without the artifact. */
  private static Optional<File> embedded() {
    try {
      return Optional.of(ExecutableProvider.newJarResourceProvider().get());
    } catch (NoClassDefFoundError e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("redis");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
