package io.everythingmcp.openapi.service;

import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.openapi.request.ServiceRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP client of one service. Thread-safe. */
public final class ServiceClient {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST_REDIRECTS = 3;
  private static final long CANCELLATION_MILLIS = 20;

  private final HttpClient http;
  private final Duration timeout;
  private final int mostBytes;

  /**
   * Creates a client.
   *
   * @param timeout for one call, redirects included
   * @param mostBytes largest response
   */
  public ServiceClient(Duration timeout, int mostBytes) {
    this.timeout = timeout;
    this.mostBytes = mostBytes;
    this.http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /** Sends a request and follows redirects to the same origin. */
  ServiceResponse exchange(ServiceRequest request, CancellationToken cancellation)
      throws ServiceFailure {
    long end = System.nanoTime() + timeout.toNanos();
    URI url = request.url();
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      ServiceResponse response = await(send(request, url), end, cancellation);
      Optional<String> location = response.headers().firstValue("Location");
      if (!REDIRECTS.contains(response.status()) || location.isEmpty()) {
        return response;
      }
      url = redirected(request, url, location.get());
    }
    throw new ServiceFailure("The service redirected more than " + MOST_REDIRECTS + " times");
  }

  private static URI redirected(ServiceRequest request, URI from, String location)
      throws ServiceFailure {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure("The service redirected to an invalid URL");
    }
    if (!origin(from).equals(origin(to))) {
      throw new ServiceFailure(
          "The service redirected to another origin; such redirects are not followed");
    }
    if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
      throw new ServiceFailure(
          "The service redirected a " + request.method() + "; only GET and HEAD are repeated");
    }
    return to;
  }

  private static String origin(URI url) {
    String scheme = Objects.requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
    String host = Objects.requireNonNullElse(url.getHost(), "").toLowerCase(Locale.ROOT);
    int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + host + ":" + port;
  }

  private CompletableFuture<HttpResponse<byte[]>> send(ServiceRequest request, URI url)
      throws ServiceFailure {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(url)
            // Without TLS the client would request an upgrade to HTTP/2, which some services
            // reject.
            .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .method(
                request.method(),
                request
                    .body()
                    .map(HttpRequest.BodyPublishers::ofByteArray)
                    .orElse(HttpRequest.BodyPublishers.noBody()));
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      setHeader(builder, header.getKey(), header.getValue());
    }
    return http.sendAsync(
        builder.build(), info -> new LimitedBodySubscriber(mostBytes, info.statusCode() >= 300));
  }

  /** The message of the HTTP client contains the value, which can be a credential. */
  private static void setHeader(HttpRequest.Builder builder, String name, String value)
      throws ServiceFailure {
    try {
      builder.setHeader(name, value);
    } catch (IllegalArgumentException e) {
      throw new ServiceFailure(
          "The header "
              + name
              + " cannot be sent: it is reserved, or its name or value has characters that a"
              + " header cannot have, such as a line break");
    }
  }

  private ServiceResponse await(
      CompletableFuture<HttpResponse<byte[]>> exchange, long end, CancellationToken cancellation)
      throws ServiceFailure {
    try {
      while (true) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (cancellation.isCancelled()) {
          throw new ServiceFailure("The call was cancelled");
        }
        if (left <= 0) {
          throw new ServiceFailure(
              "The service sent no complete response within " + timeout.toMillis() + " ms");
        }
        try {
          HttpResponse<byte[]> response =
              exchange.get(Math.min(left, CANCELLATION_MILLIS), TimeUnit.MILLISECONDS);
          return new ServiceResponse(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
          // No response yet: checks the limit and the cancellation again.
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceFailure("The call was interrupted");
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      exchange.cancel(true);
    }
  }

  private static ServiceFailure failure(Throwable exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServiceFailure known) {
        return known;
      }
    }
    Throwable cause = exception.getCause() == null ? exception : exception.getCause();
    // Without its message, which can have the address of the service.
    return new ServiceFailure(
        "The service cannot be reached (" + cause.getClass().getSimpleName() + ")");
  }
}
