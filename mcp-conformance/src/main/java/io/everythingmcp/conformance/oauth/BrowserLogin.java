package io.everythingmcp.conformance.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.everythingmcp.conformance.harness.RawClient;
import java.io.IOException;
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

/**
 * Prompts the user to open an address in a browser, and waits for the redirect.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252#section-7.3">RFC 8252, 7.3: loopback
 *     interface redirection</a>
 */
public final class BrowserLogin implements UserLogin {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** Opened by the user if the login cannot be completed; no server redirects there. */
  private static final String CANCELLED = "/no-way-on";

  private final Consumer<String> output;

  /**
   * A login.
   *
   * @param output shows a text to the user
   */
  public BrowserLogin(Consumer<String> output) {
    this.output = output;
  }

  /** {@inheritDoc} A redirect without a code and without an error is not a response. */
  @Override
  public Map<String, String> through(RawClient browser, URI authorize, URI redirect) {
    CompletableFuture<Map<String, String>> parameters = new CompletableFuture<>();
    HttpServer server = listen(redirect);
    String path = redirect.getPath().isEmpty() ? "/" : redirect.getPath();
    server.createContext(path, exchange -> redirected(exchange, parameters));
    server.createContext(
        CANCELLED,
        exchange -> {
          page(exchange, 200, "Login cancelled", "The suite continues without it.");
          parameters.completeExceptionally(new IOException("the login could not be completed"));
        });
    server.start();
    output.accept(
        // The same line may already contain the progress of the suite.
        "\nOpen this address in a browser, and log in:\n"
            + authorize
            + "\nThe suite waits for "
            + TIMEOUT.toMinutes()
            + " minutes. If the login cannot be completed, open "
            + redirect.resolve(CANCELLED));
    try {
      return parameters.get(TIMEOUT.toMinutes(), TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new AssertionError("No redirect from the browser: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "No redirect from the browser within " + TIMEOUT.toMinutes() + " minutes", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer listen(URI redirect) {
    String host = redirect.getHost().replaceAll("[\\[\\]]", "");
    try {
      return HttpServer.create(
          new InetSocketAddress(InetAddress.getByName(host), redirect.getPort()), 0);
    } catch (IOException e) {
      throw new AssertionError(
          "Cannot listen at " + redirect + ", the redirect URI of the browser: " + e.getMessage(),
          e);
    }
  }

  private static void redirected(
      HttpExchange exchange, CompletableFuture<Map<String, String>> parameters) throws IOException {
    Map<String, String> response = QueryParameters.read(exchange.getRequestURI().getRawQuery());
    if (response.containsKey("error")) {
      String described = response.getOrDefault("error_description", "");
      page(exchange, 200, "Login failed: " + response.get("error"), described);
    } else if (response.containsKey("code")) {
      page(exchange, 200, "Logged in", "You can close this window; the suite continues.");
    } else {
      page(exchange, 400, "Invalid authorization response", "It contains neither code nor error.");
      return;
    }
    parameters.complete(response);
  }

  private static void page(HttpExchange exchange, int status, String title, String text)
      throws IOException {
    String html =
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>%1$s</title>"
            + "<style>body{font:1.1rem system-ui,sans-serif;margin:4rem auto;max-width:34rem;"
            + "padding:0 1rem;color-scheme:light dark}</style><h1>%1$s</h1><p>%2$s</p>";
    byte[] body = html.formatted(escaped(title), escaped(text)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
