package io.everythingmcp.idp.server;

import com.sun.net.httpserver.HttpServer;
import io.everythingmcp.idp.FakeIdp;
import io.everythingmcp.idp.model.IdpSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A provider with its own HTTP server. */
public final class FakeIdpServer implements AutoCloseable {
  private static final int THREADS = 32;

  private final HttpServer server;
  private final ExecutorService threads;
  private final FakeIdp idp;

  private FakeIdpServer(HttpServer server, ExecutorService threads, FakeIdp idp) {
    this.server = server;
    this.threads = threads;
    this.idp = idp;
  }

  /**
   * Starts a provider.
   *
   * @param address the address to bind; port 0 for any free one
   * @param settings creates the settings for the issuer URL, such as {@code http://localhost:40123}
   * @throws IOException if the address is in use
   */
  public static FakeIdpServer start(InetSocketAddress address, Function<URI, IdpSettings> settings)
      throws IOException {
    HttpServer server = HttpServer.create(address, 0);
    try {
      URI here = URI.create("http://localhost:" + server.getAddress().getPort());
      FakeIdp idp = new FakeIdp(settings.apply(here));
      ExecutorService threads =
          Executors.newFixedThreadPool(
              THREADS,
              task -> {
                Thread thread = new Thread(task, "fake-idp");
                thread.setDaemon(true);
                return thread;
              });
      server.createContext("/", new FakeIdpHttpHandler(idp));
      server.setExecutor(threads);
      server.start();
      return new FakeIdpServer(server, threads, idp);
    } catch (RuntimeException e) {
      server.stop(0);
      throw e;
    }
  }

  /** The provider itself, with its settings and its script. */
  public FakeIdp idp() {
    return idp;
  }

  /** Returns its port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once; pending requests get no response. */
  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
