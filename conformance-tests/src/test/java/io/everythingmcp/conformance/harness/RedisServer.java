package io.everythingmcp.conformance.harness;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/**
 * Redis server for a test, initially empty and deleted afterwards. Uses the binary named by {@code
 * REDIS_SERVER}, otherwise the one on the PATH, otherwise that of a Maven artifact.
 */
public final class RedisServer implements AutoCloseable {
  private final Process process;
  private final int port;

  private RedisServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a server on a free port. */
  public static RedisServer start() {
    int port = FreePort.find();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                binary(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no"));
    File log = ServerLaunch.log("redis");
    builder.redirectErrorStream(true).redirectOutput(log).directory(log.getParentFile());
    RedisServer redis = new RedisServer(ChildProcesses.start(builder), port);
    await("Redis on port " + port).until(redis::isListening);
    return redis;
  }

  private static String binary() {
    String named = System.getenv("REDIS_SERVER");
    if (named != null && !named.isBlank()) {
      return named;
    }
    return onPath().orElseGet(RedisServer::embedded);
  }

  private static Optional<String> onPath() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private static String embedded() {
    try {
      return ExecutableProvider.newJarResourceProvider().get().getPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isListening() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  public int port() {
    return port;
  }

  /** Opens a connection to it. */
  public RedisCli cli() {
    return new RedisCli(port);
  }

  /** Returns the value for {@code REDIS_URL}. */
  public String url() {
    return "redis://localhost:" + port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
