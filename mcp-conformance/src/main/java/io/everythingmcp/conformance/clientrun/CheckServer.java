package io.everythingmcp.conformance.clientrun;

import io.everythingmcp.conformance.harness.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The everything server in a separate process, on a free loopback port. */
public final class CheckServer implements AutoCloseable {
  /** Where the artifact {@code mcp-client-check} contains the jar of the everything server. */
  private static final String BUNDLED = "META-INF/everything-mcp/everything-server.jar";

  private static final Duration START = Duration.ofSeconds(60);
  private static final long STEP_MILLIS = 100;

  private final Process process;
  private final Path folder;
  private final URI uri;
  private final Thread atExit;

  private CheckServer(Process process, Path folder, URI uri) {
    this.process = process;
    this.folder = folder;
    this.uri = uri;
    this.atExit = new Thread(process::destroy, "client-check-exit");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts it.
   *
   * @param jar of the everything server
   * @throws IOException if it does not start; the message contains the end of its output
   */
  public static CheckServer start(Path jar) throws IOException, InterruptedException {
    return start(jar, Files.createTempDirectory("client-check"));
  }

  /**
   * Starts the server that the artifact {@code io.everythingmcp:mcp-client-check} contains.
   *
   * @throws IOException if the artifact is not on the class path, or if the server does not start;
   *     the message contains the end of its output
   */
  public static CheckServer startBundled() throws IOException, InterruptedException {
    try (InputStream bundled = CheckServer.class.getClassLoader().getResourceAsStream(BUNDLED)) {
      if (bundled == null) {
        throw new IOException(
            "There is no server for the client check: expected io.everythingmcp:mcp-client-check as"
                + " a dependency of the tests, or the URL of a running server, or the jar of the"
                + " everything server");
      }
      Path folder = Files.createTempDirectory("client-check");
      Path jar = folder.resolve("everything-server.jar");
      Files.copy(bundled, jar, StandardCopyOption.REPLACE_EXISTING);
      return start(jar, folder);
    }
  }

  private static CheckServer start(Path jar, Path folder) throws IOException, InterruptedException {
    int port = FreePort.find();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar.toAbsolutePath().toString(),
            "server");
    builder
        .environment()
        .putAll(
            Map.of(
                "PORT", Integer.toString(port),
                "ADMIN_PORT", Integer.toString(FreePort.find()),
                "HOST", "127.0.0.1",
                "BASE_URI", "http://localhost:" + port,
                "CLIENT_CHECK", "true",
                "AUTH_MODE", "none",
                "STORE", "memory"));
    Process process =
        builder.redirectErrorStream(true).redirectOutput(log(folder).toFile()).start();
    CheckServer server = new CheckServer(process, folder, URI.create("http://localhost:" + port));
    server.await();
    return server;
  }

  private static Path log(Path folder) {
    return folder.resolve("server.log");
  }

  private void await() throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!healthy()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        String written = Files.readString(log(folder));
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

  /** Stops the process, and deletes its files. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    keepNoHook();
    for (Path file : new Path[] {log(folder), folder.resolve("everything-server.jar"), folder}) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }

  private void keepNoHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyExiting) {
      // The hook runs, and ends the process too.
      return;
    }
  }
}
