package io.everythingmcp.server.security.verify;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP client for an authorization server, with a short timeout. Follows no redirects. */
public final class AuthorizationServerHttpClient {
  /** Default timeout. */
  public static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient client;
  private final Duration timeout;

  /**
   * Creates a client.
   *
   * @param timeout total timeout of a request
   */
  public AuthorizationServerHttpClient(Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** Response of the server. */
  record ServerResponse(int status, String body) {}

  ServerResponse get(URI uri) throws IOException {
    return send(HttpRequest.newBuilder(uri).header("Accept", "application/json").build());
  }

  ServerResponse post(URI uri, String authorization, String form) throws IOException {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json")
            .header("Authorization", authorization)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build());
  }

  private ServerResponse send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      HttpResponse<String> response = sent.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new ServerResponse(response.statusCode(), response.body());
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException("no response within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new IOException(reason(e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String reason(Throwable cause) {
    if (cause instanceof ConnectException) {
      return "connection failed";
    }
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
