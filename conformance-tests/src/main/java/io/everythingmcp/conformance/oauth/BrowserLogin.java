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
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Where a person goes whom the pages do not lead on; no server redirects there. */
  private static final String NO_WAY_ON = "/no-way-on";

  private final Consumer<String> say;

  /**
   * A login.
   *
   * @param say shows a text to the user
   */
  public BrowserLogin(Consumer<String> say) {
    this.say = say;
  }

  /** {@inheritDoc} A redirect without a code and without an error is not a response. */
  @Override
  public Map<String, String> through(RawClient browser, URI authorize, URI redirect) {
    CompletableFuture<Map<String, String>> back = new CompletableFuture<>();
    HttpServer server = listen(redirect);
    String path = redirect.getPath().isEmpty() ? "/" : redirect.getPath();
    server.createContext(path, exchange -> cameBack(exchange, back));
    server.createContext(
        NO_WAY_ON,
        exchange -> {
          page(exchange, 200, "So this login has failed", "The suite continues without it.");
          back.completeExceptionally(new IOException("the pages did not lead on"));
        });
    server.start();
    say.accept(
        // The same line may already contain the progress of the suite.
        "\nOpen this address in a browser, and log in:\n"
            + authorize
            + "\nThe suite waits for "
            + PATIENCE.toMinutes()
            + " minutes. Should a page there not lead on, open "
            + redirect.resolve(NO_WAY_ON));
    try {
      return back.get(PATIENCE.toMinutes(), TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new AssertionError("The browser did not come back: " + e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new AssertionError(
          "The browser did not come back in " + PATIENCE.toMinutes() + " minutes", e);
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

  private static void cameBack(HttpExchange exchange, CompletableFuture<Map<String, String>> back)
      throws IOException {
    Map<String, String> answer = QueryParameters.read(exchange.getRequestURI().getRawQuery());
    if (answer.containsKey("error")) {
      String described = answer.getOrDefault("error_description", "");
      page(exchange, 200, "No: " + answer.get("error"), described);
    } else if (answer.containsKey("code")) {
      page(exchange, 200, "Logged in", "You can close this window; the suite continues.");
    } else {
      page(exchange, 400, "This is no answer", "It has no code and no error.");
      return;
    }
    back.complete(answer);
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
