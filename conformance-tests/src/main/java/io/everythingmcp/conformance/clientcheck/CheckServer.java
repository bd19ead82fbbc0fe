package io.everythingmcp.conformance.clientcheck;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The everything server in a separate process, on a free loopback port. */
public final class CheckServer implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final long STEP_MILLIS = 100;

  private final Process process;
  private final Path log;
  private final URI uri;

  private CheckServer(Process process, Path log, URI uri) {
    this.process = process;
    this.log = log;
    this.uri = uri;
  }

  /**
   * Starts it.
   *
   * @param jar of the everything server
   * @throws IOException when it does not start; the message has what it wrote last
   */
  public static CheckServer start(Path jar) throws IOException, InterruptedException {
    int port = freePort();
    Path log = Files.createTempFile("client-check", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            jar.toAbsolutePath().toString(),
            "server");
    builder
        .environment()
        .putAll(
            Map.of(
                "PORT", Integer.toString(port),
                "ADMIN_PORT", Integer.toString(freePort()),
                "HOST", "127.0.0.1",
                "BASE_URI", "http://localhost:" + port,
                "CLIENT_CHECK", "true",
                "AUTH_MODE", "none",
                "STORE", "memory"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    CheckServer server = new CheckServer(process, log, URI.create("http://localhost:" + port));
    server.await();
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!healthy()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        String written = Files.readString(log);
        close();
        throw new IOException(
            "The server did not start. It wrote: "
                + written.substring(Math.max(0, written.length() - 2000)));
      }
      TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
    }
  }

  private boolean healthy() throws InterruptedException {
    try {
      return HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(uri.resolve("/health")).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(log);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.toFile().deleteOnExit();
    }
  }
}
