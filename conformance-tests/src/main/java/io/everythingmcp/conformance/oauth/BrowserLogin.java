package io.everythingmcp.conformance.oauth;

import com.sun.net.httpserver.HttpServer;
import io.everythingmcp.conformance.harness.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks a person to open an address in a browser, and waits for the browser to come back. */
public final class BrowserLogin implements Login {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Consumer<String> say;

  /**
   * A login.
   *
   * @param say tells the person something
   */
  public BrowserLogin(Consumer<String> say) {
    this.say = say;
  }

  @Override
  public Map<String, String> through(RawClient browser, URI authorize, URI redirect) {
    CompletableFuture<Map<String, String>> back = new CompletableFuture<>();
    HttpServer server;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), redirect.getPort()), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        redirect.getPath(),
        exchange -> {
          byte[] body = "You can close this window.".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
          back.complete(Query.read(exchange.getRequestURI().getRawQuery()));
        });
    server.start();
    say.accept("Open this address in a browser, and log in:\n" + authorize);
    try {
      return back.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("The browser did not come back", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    } finally {
      server.stop(0);
    }
  }
}
