package io.everythingmcp.idp.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.everythingmcp.idp.FakeIdp;
import io.everythingmcp.idp.http.IdpRequest;
import io.everythingmcp.idp.http.IdpResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Passes requests and responses between the JDK's server and the provider. */
final class FakeIdpHttpHandler implements HttpHandler {
  private final FakeIdp idp;
  private final String prefix;

  FakeIdpHttpHandler(FakeIdp idp) {
    this.idp = idp;
    this.prefix = idp.settings().issuer().getPath();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      IdpResponse response = respond(exchange);
      Thread.sleep(response.delay().toMillis());
      send(exchange, response);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private IdpResponse respond(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(IdpRequest.LONGEST_BODY + 1);
    if (body.length > IdpRequest.LONGEST_BODY) {
      return IdpResponse.empty(413);
    }
    String path = exchange.getRequestURI().getPath();
    try {
      return idp.handle(
          IdpRequest.of(
              exchange.getRequestMethod(),
              path.startsWith(prefix + "/") ? path.substring(prefix.length()) : "",
              exchange.getRequestURI().getRawQuery(),
              headers(exchange.getRequestHeaders()),
              new String(body, StandardCharsets.UTF_8)));
    } catch (RuntimeException e) {
      System.getLogger(FakeIdpHttpHandler.class.getName()).log(Level.ERROR, "A request failed", e);
      return IdpResponse.json(500, "{\"error\":\"server_error\"}");
    }
  }

  private static Map<String, String> headers(Headers all) {
    Map<String, String> headers = new HashMap<>();
    all.forEach(
        (name, values) ->
            headers.put(name, String.join(name.equals("Cookie") ? "; " : ", ", values)));
    return headers;
  }

  private static void send(HttpExchange exchange, IdpResponse response) throws IOException {
    byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
    response.headers().forEach(exchange.getResponseHeaders()::set);
    boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), silent ? -1 : body.length);
    if (!silent) {
      exchange.getResponseBody().write(body);
    }
  }
}
