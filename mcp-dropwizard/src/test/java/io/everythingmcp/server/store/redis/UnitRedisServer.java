package io.everythingmcp.server.store.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import redis.embedded.core.ExecutableProvider;

/**
 * Redis server for tests, on a free port: the program of the environment variable {@code
 * REDIS_SERVER}, otherwise {@code redis-server} on the path, otherwise the one of the artifact
 * embedded-redis.
 */
public final class UnitRedisServer implements AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final String program = program();
  private final Path folder = folder();
  private final List<String> options;
  private int port;
  private Process process;

  private UnitRedisServer(List<String> options) {
    this.options = options;
  }

  /** Starts a server without persistence. */
  public static UnitRedisServer run(String... options) {
    UnitRedisServer server = new UnitRedisServer(List.of(options));
    for (int attempt = 1; server.process == null || !server.process.isAlive(); attempt++) {
      if (attempt > ATTEMPTS) {
        throw new IllegalStateException("Redis does not start; see " + server.folder);
      }
      server.port = freePort();
      server.start();
    }
    return server;
  }

  public int port() {
    return port;
  }

  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Starts it, empty, after {@link #stop}. */
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
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Awaitility.await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !process.isAlive() || isReachable());
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

  @Override
  public void close() {
    stop();
    for (File file : folder.toFile().listFiles()) {
      file.delete();
    }
    folder.toFile().delete();
  }

  static String program() {
    String named = System.getenv("REDIS_SERVER");
    if (named != null && !named.isBlank()) {
      return named;
    }
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> new File(folder, "redis-server"))
        .filter(File::canExecute)
        .findFirst()
        .orElseGet(UnitRedisServer::embedded)
        .getPath();
  }

  private static File embedded() {
    try {
      return ExecutableProvider.newJarResourceProvider().get();
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

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
